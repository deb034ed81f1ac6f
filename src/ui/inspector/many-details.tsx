import { own } from '../../graph/own.ts';
import { remove } from '../commands/edit/delete.ts';
import { mute } from '../commands/edit/mute.ts';
import { runCommand } from '../commands/run-command.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './inspector.module.css';
import { useNodeTitle } from './node-title.ts';

/** Several nodes: which, and what can be done with all of them. */
export function ManyDetails() {
  const words = useWords();
  const nodes = useEditor(({ selection }) => selection.nodes);
  const isMuted = useEditor(({ history, selection }) =>
    [...selection.nodes].every(id => own(history.document.nodes, id)?.flow === 'muted'),
  );
  return (
    <div className={styles.inspector}>
      <h2 className={styles.name}>{words('inspector.many', { count: nodes.size })}</h2>
      <ul className={styles.list}>
        {[...nodes].map(id => (
          <Name key={id} id={id} />
        ))}
      </ul>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={() => void runCommand(mute)}>
          {words(isMuted ? 'inspector.unmute' : 'inspector.mute')}
        </button>
        <button type="button" className={styles.button} onClick={() => void runCommand(remove)}>
          {words(remove.label)}
        </button>
      </div>
    </div>
  );
}

const Name = ({ id }: { readonly id: string }) => <li>{useNodeTitle(id)}</li>;
