import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './inspector.module.css';

/** All that is to be known of the selected node. */
export function Inspector() {
  const words = useWords();
  const id = useEditor(({ selection }) => [...selection.nodes].at(-1));
  const node = useEditor(({ history }) => (id === undefined ? undefined : own(history.document.nodes, id)));
  const kind = node && nodeKinds.get(node.kind);
  if (!kind) return <p className={styles.nothing}>{words('editor.nothing-selected')}</p>;
  return (
    <div className={styles.inspector}>
      <h2>{words(kind.title)}</h2>
      <p>{words(kind.summary)}</p>
    </div>
  );
}
