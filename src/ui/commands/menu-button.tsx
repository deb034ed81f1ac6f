import { ChevronRight, Menu } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { commandContext } from './context.ts';
import styles from './menu.module.css';
import barStyles from './menu-bar.module.css';
import { MenuItems } from './menu-items.tsx';
import { menuIds, menuTitles } from './menu-titles.ts';
import { menuGroups } from './menus.ts';

/** All menus behind one button, where there is no room for a bar of them. */
export function MenuButton() {
  const words = useWords();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={barStyles.trigger} aria-label={words('command.menu')}>
        <Menu size={18} strokeWidth={1.75} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={6} collisionPadding={8}>
          <OpenMenus />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function OpenMenus() {
  const words = useWords();
  const [context] = useState(() => commandContext());
  return menuIds.map(menu => (
    <DropdownMenu.Sub key={menu}>
      <DropdownMenu.SubTrigger className={styles.item}>
        <span className={styles.icon} />
        {words(menuTitles[menu])}
        <ChevronRight className={styles.further} size={14} aria-hidden />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={styles.menu} collisionPadding={8} sideOffset={4}>
          <MenuItems parts={DropdownMenu} groups={menuGroups(menu)} context={context} />
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  ));
}
