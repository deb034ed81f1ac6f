import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import styles from './runs-dialog.module.css';
import { closeRunsDialog } from './runs-dialogs-store.ts';

interface RunsDialogProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A dialog of the runs, to be rendered while it is open. */
export function RunsDialog({ title, children }: RunsDialogProps) {
  const words = useWords();
  return (
    <Dialog.Root open onOpenChange={isOpen => !isOpen && closeRunsDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content className={styles.dialog} aria-describedby={undefined} onOpenAutoFocus={focusFirst}>
          <header className={styles.header}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={words('runs.close')} />
            </Dialog.Close>
          </header>
          <div className={styles.body}>{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What is to be chosen first, and not the way out, has the keyboard. */
function focusFirst(event: Event): void {
  const first = event.currentTarget instanceof Element && event.currentTarget.querySelector('select, input');
  if (!(first instanceof HTMLElement)) return;
  event.preventDefault();
  first.focus();
}
