import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import frame from '../commands/dialog.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import styles from './documents.module.css';

interface PageDialogProps {
  readonly title: string;
  readonly about: string;
  /** Without it, only what is in the dialog closes it. */
  readonly onClose?: (() => void) | undefined;
  /** For what stands in columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A dialog of documents and pictures, to be rendered while it is open. The page's shortcuts rest meanwhile. */
export function PageDialog({ title, about, onClose, isWide = false, children }: PageDialogProps) {
  const words = useWords();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={isOpen => !isOpen && onClose?.()}>
      <Dialog.Portal>
        <Dialog.Overlay className={frame.veil} />
        <Dialog.Content
          ref={content}
          className={frame.dialog}
          data-wide={isWide}
          onKeyDown={event => event.stopPropagation()}
          tabIndex={-1}
          // A field or a button that says so takes the keyboard; no other, which would show its tooltip.
          onOpenAutoFocus={event => {
            event.preventDefault();
            (content.current?.querySelector<HTMLElement>('[data-first]') ?? content.current)?.focus();
          }}
        >
          <header className={frame.header}>
            <Dialog.Title className={frame.title}>{title}</Dialog.Title>
            {onClose && (
              <Dialog.Close asChild>
                <IconButton icon={X} label={words('documents.close')} />
              </Dialog.Close>
            )}
          </header>
          <Dialog.Description className={styles.about}>{about}</Dialog.Description>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
