import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { useEditor } from '../state/editor.ts';
import styles from './viewer.module.css';

/** The picture being painted, large. */
export function Viewer() {
  const words = useWords();
  const output = useEditor(({ history }) =>
    Object.keys(history.document.nodes).find(id => history.document.nodes[id]?.kind === 'output'),
  );
  return (
    <div className={styles.viewer}>
      {output !== undefined && (
        <FrameCanvas
          node={output}
          size={1024}
          label={words('editor.region.viewer')}
          className={styles.picture}
        />
      )}
    </div>
  );
}
