import type { NodeId } from '../../graph/document.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { useEditor } from '../state/editor.ts';
import styles from './faces.module.css';
import { followsPicture } from './follows-picture.ts';

interface PreviewProps {
  readonly node: NodeId;
  readonly size: number;
  readonly label: string;
  readonly look: 'features' | 'matrix';
  /** The layer. */
  readonly entry?: string | undefined;
}

/** What a node gives, small; or a word where that is another at each iteration and lives on the device alone. */
export function Preview({ node, size, label, look, entry }: PreviewProps) {
  const words = useWords();
  const isMoving = useEditor(({ history }) => followsPicture(history.document, node));
  if (isMoving) return <p className={styles.noPreview}>{words('node.changes')}</p>;
  return (
    <FrameCanvas
      node={node}
      size={size}
      entry={entry}
      label={words('node.preview', { what: label })}
      className={`${styles.preview} ${styles[look]}`}
    />
  );
}
