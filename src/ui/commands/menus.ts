/** The menus, derived from the commands: groups of items, an item being a command or a submenu of them. */
import type { Text } from '../../language/text.ts';
import type { Command, PlaceOfContextMenu } from './command.ts';
import { commands } from './commands.ts';
import { type MenuId, type SubmenuId, submenuTitles } from './menu-titles.ts';

export type MenuItem =
  | { readonly type: 'command'; readonly command: Command }
  | {
      readonly type: 'submenu';
      readonly id: SubmenuId;
      readonly title: Text;
      readonly commands: readonly Command[];
    };

export interface MenuGroup {
  readonly id: string;
  readonly title?: Text;
  readonly items: readonly MenuItem[];
}

/** The groups of a menu of the menu bar. */
export const menuGroups = (menu: MenuId): readonly MenuGroup[] =>
  grouped(commands.filter(({ place }) => place.menu === menu));

/** The groups of what is offered where a person right-clicks. */
export const contextMenuGroups = (place: PlaceOfContextMenu): readonly MenuGroup[] =>
  grouped(commands.filter(({ contextMenus }) => contextMenus?.includes(place)));

/** In the order in which each group's first command comes. */
function grouped(listed: readonly Command[]): readonly MenuGroup[] {
  const groups = [...new Set(listed.map(({ place }) => place.group))];
  return groups.map(group => {
    const items = itemsOf(listed.filter(({ place }) => place.group === group));
    return typeof group === 'string' ? { id: group, items } : { id: group.en, title: group, items };
  });
}

function itemsOf(listed: readonly Command[]): readonly MenuItem[] {
  const submenus = new Set<SubmenuId>();
  return listed.flatMap((command): MenuItem[] => {
    const { submenu } = command.place;
    if (submenu === undefined) return [{ type: 'command', command }];
    if (submenus.has(submenu)) return [];
    submenus.add(submenu);
    const inside = listed.filter(({ place }) => place.submenu === submenu);
    return [{ type: 'submenu', id: submenu, title: submenuTitles[submenu], commands: inside }];
  });
}
