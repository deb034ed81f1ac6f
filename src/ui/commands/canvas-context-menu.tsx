import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { commandContext, type Pointed } from './context.ts';
import styles from './menu.module.css';
import { MenuItems } from './menu-items.tsx';
import { contextMenuGroups } from './menus.ts';
import { pointedAt, selectPointed } from './pointed-at.ts';

/** What can be done with what a person right-clicks on the canvas, or presses long. @param children One element. */
export function CanvasContextMenu({ children }: { readonly children: ReactNode }) {
  const pointed = useRef<Pointed>({ type: 'canvas', at: { x: 0, y: 0 } });
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenuCapture={leaveFieldsAlone}
        onContextMenu={event => {
          pointed.current = pointedAt(event);
          selectPointed(pointed.current);
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={styles.menu} collisionPadding={8}>
          <OpenMenu take={() => pointed.current} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** A field's menu is the browser's, with its spelling and its clipboard. */
function leaveFieldsAlone(event: MouseEvent): void {
  const { target } = event;
  if (target instanceof Element && target.closest('input, textarea, [contenteditable="true"]')) {
    event.stopPropagation();
  }
}

function OpenMenu({ take }: { readonly take: () => Pointed }) {
  const [pointed] = useState(take);
  const [context] = useState(() => commandContext(pointed));
  return <MenuItems parts={ContextMenu} groups={contextMenuGroups(pointed.type)} context={context} />;
}
