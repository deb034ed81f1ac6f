/** A menu behind a button of the viewer. */
import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from '../commands/menu.module.css';

interface ViewerMenuProps {
  /** The button. */
  readonly children: ReactElement;
  readonly items: ReactNode;
  readonly align?: 'start' | 'end';
}

export function ViewerMenu({ children, items, align = 'start' }: ViewerMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      {children}
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {items}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export const MenuTrigger = DropdownMenu.Trigger;

interface MenuChoiceProps {
  readonly isChosen?: boolean;
  readonly icon?: LucideIcon;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function MenuChoice({ isChosen, icon: Icon, onChoose, children }: MenuChoiceProps) {
  const words = <span className={styles.words}>{children}</span>;
  if (isChosen === undefined) {
    return (
      <DropdownMenu.Item className={styles.item} onSelect={onChoose}>
        <span className={styles.icon}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
        {words}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem className={styles.item} checked={isChosen} onSelect={onChoose}>
      <span className={styles.icon}>{isChosen && <Check size={14} aria-hidden />}</span>
      {words}
    </DropdownMenu.CheckboxItem>
  );
}

export const MenuGroup = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <DropdownMenu.Group>
    <DropdownMenu.Label className={styles.label}>{title}</DropdownMenu.Label>
    {children}
  </DropdownMenu.Group>
);

export const MenuLine = () => <DropdownMenu.Separator className={styles.separator} />;
