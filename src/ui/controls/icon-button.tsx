import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './controls.module.css';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Its name, for a screen reader and for the tooltip. */
  readonly label: string;
  /** More than the name, where the tooltip has more to say. */
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/**
 * A button that shows an icon, with a name and a tooltip. `aria-pressed` makes it one that stays pressed.
 *
 * @example <IconButton icon={Pause} label={words('viewer.pause')} keys="Space" onClick={pause} />
 */
export function IconButton({
  icon: Icon,
  label,
  hint,
  keys,
  side,
  className = '',
  ...button
}: IconButtonProps) {
  return (
    <Tooltip text={hint ?? label} keys={keys} {...(side && { side })}>
      <button type="button" {...button} className={`${styles.iconButton} ${className}`} aria-label={label}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
