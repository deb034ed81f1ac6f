import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** What it is for, below the title. */
  readonly about?: string;
  /** Buttons beside the title. */
  readonly tools?: ReactNode;
  /** Without it, only what is in the dialog closes it. */
  readonly onClose?: (() => void) | undefined;
  /** Wide for what stands in columns; full is wide and as high as there is room for, whatever is in it. */
  readonly size?: 'usual' | 'wide' | 'full';
  readonly children: ReactNode;
}

/** A dialog with a title, to be rendered while it is open. The page's shortcuts rest meanwhile. */
export function Dialog({ title, about, tools, onClose, size = 'usual', children }: DialogProps) {
  const words = useWords();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open onOpenChange={isOpen => !isOpen && onClose?.()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          ref={content}
          className={styles.dialog}
          data-size={size}
          {...(about === undefined && { 'aria-describedby': undefined })}
          tabIndex={-1}
          onKeyDown={event => event.stopPropagation()}
          // What says that it is to be first takes the keyboard; no other button, which would show its tooltip.
          onOpenAutoFocus={event => {
            event.preventDefault();
            (content.current?.querySelector<HTMLElement>('[data-first]') ?? content.current)?.focus();
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <span className={styles.tools}>
              {tools}
              {onClose && (
                <Radix.Close asChild>
                  <IconButton icon={X} label={words('command.close')} />
                </Radix.Close>
              )}
            </span>
          </header>
          {about !== undefined && <Radix.Description className={styles.about}>{about}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** For what scrolls as a whole. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className={styles.body} tabIndex={0}>
      {children}
    </div>
  );
}
