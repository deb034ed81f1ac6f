import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import styles from './dialog.module.css';
import { openDialog } from './dialogs.ts';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

/** A dialog with a title, to be rendered while it is open. */
export function Dialog({ title, children, onClose = () => openDialog('none') }: DialogProps) {
  const words = useWords();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open onOpenChange={isOpen => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          ref={content}
          className={styles.dialog}
          aria-describedby={undefined}
          tabIndex={-1}
          // What is to be chosen first, or the dialog itself; not its first button: that would show its tooltip.
          onOpenAutoFocus={event => {
            event.preventDefault();
            (content.current?.querySelector<HTMLElement>('select, input') ?? content.current)?.focus();
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label={words('command.close')} />
            </Radix.Close>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <div className={styles.body} tabIndex={0}>
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
