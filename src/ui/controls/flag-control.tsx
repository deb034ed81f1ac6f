import { Switch } from 'radix-ui';
import styles from './flag.module.css';

interface FlagControlProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly set: (value: boolean) => void;
}

export const FlagControl = ({ label, hint, value, set }: FlagControlProps) => (
  <Switch.Root
    className={`${styles.switch} nodrag`}
    aria-label={label}
    aria-description={hint}
    checked={value}
    onCheckedChange={set}
  >
    <Switch.Thumb className={styles.thumb} />
  </Switch.Root>
);
