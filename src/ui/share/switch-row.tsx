import { type ReactNode, useId } from 'react';
import { FlagControl } from '../controls/flag-control.tsx';
import styles from './share.module.css';

interface SwitchRowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  /** Without it, it cannot be switched. */
  readonly set?: ((isOn: boolean) => void) | undefined;
}

/** A switch with its name and a line about it. */
export function SwitchRow({ label, hint, isOn, set }: SwitchRowProps) {
  const hintId = useId();
  return (
    <fieldset className={styles.switch} disabled={!set} aria-describedby={hint ? hintId : undefined}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch within it is one */}
      <label className={styles.switchRow}>
        <FlagControl label={label} value={isOn} set={set ?? (() => {})} />
        <span>
          <span aria-hidden>{label}</span>
          {hint && <small id={hintId}>{hint}</small>}
        </span>
      </label>
    </fieldset>
  );
}
