/**
 * The items of a menu. Radix has three menus of the same parts, in a bar, behind a button and at the pointer; the
 * items are the same in each.
 */
import { Check, ChevronRight } from 'lucide-react';
import type { ContextMenu, DropdownMenu, Menubar } from 'radix-ui';
import { Fragment } from 'react';
import { useWords } from '../language/words.ts';
import { type Command, labelOf, whetherPossible } from './command.ts';
import type { CommandContext } from './context.ts';
import { ariaKeys } from './keys.ts';
import { Keys } from './keys-view.tsx';
import styles from './menu.module.css';
import type { MenuGroup, MenuItem } from './menus.ts';
import { runCommand } from './run-command.ts';

export type MenuParts = typeof Menubar | typeof DropdownMenu | typeof ContextMenu;

interface MenuItemsProps {
  readonly parts: MenuParts;
  readonly groups: readonly MenuGroup[];
  /** As it was when the menu was opened. */
  readonly context: CommandContext;
}

export function MenuItems({ parts, groups, context }: MenuItemsProps) {
  const words = useWords();
  return groups.map(({ id, title, items }, at) => (
    <Fragment key={id}>
      {at > 0 && <parts.Separator className={styles.separator} />}
      {title && <parts.Label className={styles.label}>{words(title)}</parts.Label>}
      {items.map(item => (
        <Item key={keyOf(item)} item={item} parts={parts} context={context} />
      ))}
    </Fragment>
  ));
}

const keyOf = (item: MenuItem): string => (item.type === 'command' ? item.command.id : item.id);

interface ItemProps {
  readonly item: MenuItem;
  readonly parts: MenuParts;
  readonly context: CommandContext;
}

function Item({ item, parts, context }: ItemProps) {
  const words = useWords();
  if (item.type === 'command') return <CommandItem command={item.command} parts={parts} context={context} />;
  return (
    <parts.Sub>
      <parts.SubTrigger className={styles.item}>
        <span className={styles.icon} />
        {words(item.title)}
        <ChevronRight className={styles.further} size={14} aria-hidden />
      </parts.SubTrigger>
      <parts.Portal>
        <parts.SubContent className={styles.menu} collisionPadding={8} sideOffset={4}>
          {item.commands.map(command => (
            <CommandItem key={command.id} command={command} parts={parts} context={context} />
          ))}
        </parts.SubContent>
      </parts.Portal>
    </parts.Sub>
  );
}

interface CommandItemProps {
  readonly command: Command;
  readonly parts: MenuParts;
  readonly context: CommandContext;
}

function CommandItem({ command, parts, context }: CommandItemProps) {
  const words = useWords();
  const whether = whetherPossible(command, context);
  const [keys] = command.keys ?? [];
  const shared = {
    className: styles.item ?? '',
    disabled: !whether.ok,
    ...(!whether.ok && { title: words(whether.reason) }),
    ...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) }),
    onSelect: () => void runCommand(command, context.pointed),
  };
  const label = (
    <>
      <span className={styles.words}>
        {words(labelOf(command, context))}
        {command.summary && <small className={styles.summary}>{words(command.summary)}</small>}
      </span>
      {keys !== undefined && (
        <span aria-hidden>
          <Keys keys={keys} />
        </span>
      )}
    </>
  );
  if (command.isOn) {
    return (
      <parts.CheckboxItem {...shared} checked={command.isOn(context)}>
        <span className={styles.icon}>
          <parts.ItemIndicator>
            <Check size={14} aria-hidden />
          </parts.ItemIndicator>
        </span>
        {label}
      </parts.CheckboxItem>
    );
  }
  const Icon = command.icon;
  return (
    <parts.Item {...shared}>
      <span className={styles.icon}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
      {label}
    </parts.Item>
  );
}
