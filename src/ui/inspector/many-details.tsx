import type { Edit } from '../../graph/edit.ts';
import { own } from '../../graph/own.ts';
import { type Message, message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import styles from './inspector.module.css';
import { useNodeTitle } from './node-title.ts';

/** Several nodes: which, and what can be done with all of them. */
export function ManyDetails() {
  const words = useWords();
  const nodes = useEditor(({ selection }) => selection.nodes);
  const isMuted = useEditor(({ history, selection }) =>
    [...selection.nodes].every(id => own(history.document.nodes, id)?.flow === 'muted'),
  );
  const forAll = (label: Message, edit: (id: string) => Edit) => () => {
    const done = act([...nodes].filter(id => own(openDocument().nodes, id)).map(edit), { label });
    if (!done.ok) refuse(done.reason);
  };
  const mute = message(isMuted ? 'inspector.unmute' : 'inspector.mute');
  const remove = message('inspector.delete');
  return (
    <div className={styles.inspector}>
      <h2 className={styles.name}>{words('inspector.many', { count: nodes.size })}</h2>
      <ul className={styles.list}>
        {[...nodes].map(id => (
          <Name key={id} id={id} />
        ))}
      </ul>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          onClick={forAll(mute, node => ({ type: 'set-flow', node, flow: isMuted ? 'normal' : 'muted' }))}
        >
          {words(mute)}
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={forAll(remove, id => ({ type: 'remove-node', id }))}
        >
          {words(remove)}
        </button>
      </div>
    </div>
  );
}

const Name = ({ id }: { readonly id: string }) => <li>{useNodeTitle(id)}</li>;
