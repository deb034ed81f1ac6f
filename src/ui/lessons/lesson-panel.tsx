/** The panel that stands beside the workspace: of a lesson that is read, or of one that is written. */
import { Ellipsis, type LucideIcon, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import menu from '../commands/menu.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './lesson-panel.module.css';

interface LessonPanelProps {
  readonly icon: LucideIcon;
  /** What it is, for a screen reader. */
  readonly label: string;
  /** Between the icon and the buttons. */
  readonly heading: ReactNode;
  readonly more: MoreProps;
  readonly close: Choice;
  /** Sets `--panel-width` and its like, where they are others. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface Choice {
  readonly label: string;
  readonly run: () => void;
}

export function LessonPanel({
  icon: Icon,
  label,
  heading,
  more,
  close,
  className = '',
  children,
}: LessonPanelProps) {
  return (
    <aside className={`${styles.panel} ${className}`} data-region="lesson" aria-label={label}>
      <header className={styles.header}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {heading}
        <More {...more} />
        <IconButton icon={X} label={close.label} onClick={close.run} />
      </header>
      {children}
    </aside>
  );
}

interface MoreProps {
  readonly label: string;
  readonly choices: readonly Choice[];
}

function More({ label, choices }: MoreProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Ellipsis} label={label} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end">
          {choices.map(choice => (
            <DropdownMenu.Item key={choice.label} className={menu.item} onSelect={choice.run}>
              {choice.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
