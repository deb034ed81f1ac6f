import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './canvas.module.css';

/** What to do where there is nothing yet. It lets the pointer through. */
export function EmptyCanvas() {
  const words = useWords();
  const isEmpty = useEditor(({ history: { document } }) =>
    [document.nodes, document.frames ?? {}, document.notes ?? {}].every(
      things => Object.keys(things).length === 0,
    ),
  );
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <p>{words('canvas.empty')}</p>
      <p>{words('canvas.empty-more')}</p>
    </div>
  );
}
