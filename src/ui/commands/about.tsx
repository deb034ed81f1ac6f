import { useWords } from '../language/words.ts';
import styles from './about.module.css';
import { Dialog, DialogBody } from './dialog.tsx';
import { openDialog } from './dialogs.ts';

/** What the page is, in a few sentences. */
export function About() {
  const words = useWords();
  return (
    <Dialog title="Gramarye" onClose={() => openDialog('none')}>
      <DialogBody>
        <div className={styles.about}>
          <p>{words('command.about-what')}</p>
          <p>{words('command.about-how')}</p>
          <p>{words('command.about-where')}</p>
        </div>
      </DialogBody>
    </Dialog>
  );
}
