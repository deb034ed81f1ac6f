import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './share.module.css';
import { putMessageAway } from './start-message.ts';

/** What the sender of the graph says to whoever opens it: text, whatever is in it. */
export function StartMessageDialog() {
  const words = useWords();
  const said = useEditor(({ shown }) => shown?.message);
  const title = useEditor(({ history }) => history.document.title);
  if (!said) return null;
  return (
    <Dialog
      title={title || words('editor.untitled')}
      about={words('sharing.message-about')}
      onClose={putMessageAway}
    >
      <p className={styles.message}>{said}</p>
      <div className={styles.end}>
        <button type="button" data-first className={buttons.primary} onClick={putMessageAway}>
          {words('sharing.begin')}
        </button>
      </div>
    </Dialog>
  );
}
