import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { commandContext, type Pointed } from './context.ts';
import styles from './menu.module.css';
import { MenuItems } from './menu-items.tsx';
import { contextMenuGroups } from './menus.ts';

interface CanvasContextMenuProps {
  /** What lies under the pointer, and where that is on the canvas. It may select it on the way. */
  readonly pointedAt: (event: MouseEvent) => Pointed;
  /** One element that takes a ref: the canvas. */
  readonly children: ReactNode;
}

/** What can be done with what a person right-clicks, presses long, or calls the menu key on. */
export function CanvasContextMenu({ pointedAt, children }: CanvasContextMenuProps) {
  const pointed = useRef<Pointed>({ type: 'canvas', at: { x: 0, y: 0 } });
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        asChild
        onContextMenu={event => {
          pointed.current = pointedAt(event);
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

function OpenMenu({ take }: { readonly take: () => Pointed }) {
  const [pointed] = useState(take);
  const [context] = useState(() => commandContext(pointed));
  return <MenuItems parts={ContextMenu} groups={contextMenuGroups(pointed.type)} context={context} />;
}
