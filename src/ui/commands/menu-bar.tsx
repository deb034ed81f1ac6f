import { Menubar } from 'radix-ui';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { type CommandContext, commandContext } from './context.ts';
import menuStyles from './menu.module.css';
import styles from './menu-bar.module.css';
import { MenuItems } from './menu-items.tsx';
import { type MenuId, menuIds, menuTitles } from './menu-titles.ts';
import { menuGroups } from './menus.ts';

/** File, Edit, View, Insert, Run, Help. */
export function MenuBar() {
  const words = useWords();
  return (
    <Menubar.Root className={styles.bar} aria-label={words('editor.region.menu')}>
      {menuIds.map(menu => (
        <Menubar.Menu key={menu} value={menu}>
          <Menubar.Trigger className={styles.trigger}>{words(menuTitles[menu])}</Menubar.Trigger>
          <Menubar.Portal>
            <Menubar.Content className={menuStyles.menu} align="start" sideOffset={6} collisionPadding={8}>
              <OpenMenu menu={menu} />
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  );
}

/** There only while the menu is open: it shows what is possible at that moment. */
function OpenMenu({ menu }: { readonly menu: MenuId }) {
  const [context] = useState<CommandContext>(() => commandContext());
  return <MenuItems parts={Menubar} groups={menuGroups(menu)} context={context} />;
}
