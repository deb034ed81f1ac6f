/** The window of a lens: which node it looks into, the lenses that suit that node, and what the chosen one shows. */
import { X } from 'lucide-react';
import { Dialog, Tabs } from 'radix-ui';
import { Suspense, useRef } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import frame from '../commands/dialog.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './lens-dialog.module.css';
import { closeLens, openLens } from './lens-state.ts';
import { lensesFor } from './lenses.ts';

interface LensDialogProps {
  readonly lens: string;
  readonly node: NodeId;
}

export function LensDialog({ lens, node }: LensDialogProps) {
  const words = useWords();
  const content = useRef<HTMLDivElement>(null);
  const document = useEditor(({ history }) => history.document);
  const looked = own(document.nodes, node);
  const kind = nodeKinds.get(looked?.kind ?? '');
  const lenses = lensesFor(document, node);
  const shown = lenses.find(({ id }) => id === lens) ?? lenses[0];
  if (!looked || !kind || !shown) return null;
  return (
    <Dialog.Root open onOpenChange={isOpen => !isOpen && closeLens()}>
      <Dialog.Portal>
        <Dialog.Overlay className={frame.veil} />
        <Dialog.Content
          ref={content}
          className={`${frame.dialog} ${styles.dialog}`}
          aria-describedby={undefined}
          tabIndex={-1}
          onKeyDown={event => event.stopPropagation()}
          onOpenAutoFocus={event => {
            event.preventDefault();
            content.current?.focus();
          }}
        >
          <Tabs.Root className={styles.tabsRoot} value={shown.id} onValueChange={id => openLens(id, node)}>
            <header className={`${frame.header} ${styles.header}`}>
              <Dialog.Title className={frame.title}>{looked.title ?? words(kind.title)}</Dialog.Title>
              <Tabs.List className={styles.tabs} aria-label={words('lens-window.lenses')}>
                {lenses.map(({ id, title, summary, icon: Icon }) => (
                  <Tabs.Trigger key={id} value={id} className={styles.tab} title={words(summary)}>
                    <Icon size={15} strokeWidth={1.75} aria-hidden />
                    {words(title)}
                  </Tabs.Trigger>
                ))}
              </Tabs.List>
              <Dialog.Close asChild>
                <IconButton icon={X} label={words('lens-window.close')} />
              </Dialog.Close>
            </header>
            <Tabs.Content value={shown.id} className={styles.content} tabIndex={-1}>
              <Suspense>
                <shown.Panel node={node} />
              </Suspense>
            </Tabs.Content>
          </Tabs.Root>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
