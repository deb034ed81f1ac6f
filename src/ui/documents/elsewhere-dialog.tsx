import { AppWindow, Copy, FolderOpen } from 'lucide-react';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import styles from './documents.module.css';
import { openDocumentsDialog, useDocumentsDialog } from './documents-dialog-state.ts';
import { duplicateDocument, useOpen, workHere } from './open-documents.ts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Says that another tab works on the document that is shown, and asks where it is to be worked on. */
export function ElsewhereDialog() {
  const words = useWords();
  const elsewhere = useOpen(state => state.elsewhere);
  const isChoosing = useDocumentsDialog(state => state.isOpen);
  if (!elsewhere || isChoosing) return null;
  const title = elsewhere.title || words('editor.untitled');
  return (
    <Dialog title={words('documents.elsewhere-title', { title })} about={words('documents.elsewhere')}>
      <div className={styles.choices}>
        <button type="button" data-first className={buttons.primary} onClick={() => void workHere()}>
          <AppWindow {...icon} />
          {words('documents.work-here')}
        </button>
        <button type="button" className={buttons.button} onClick={() => void duplicateDocument(elsewhere.id)}>
          <Copy {...icon} />
          {words('documents.open-copy')}
        </button>
        <button type="button" className={buttons.button} onClick={openDocumentsDialog}>
          <FolderOpen {...icon} />
          {words('documents.open-another')}
        </button>
      </div>
    </Dialog>
  );
}
