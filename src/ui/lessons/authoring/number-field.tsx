import { useState } from 'react';
import { evaluate } from '../../controls/read-number.ts';
import styles from './fields.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** Nothing, where the field was emptied. */
  readonly set: (value: number | undefined) => void;
}

/** A number that may be missing. What is no number is put back. */
export function NumberField({ label, value, set }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const finish = () => {
    if (typed === undefined) return;
    const read = typed.trim() === '' ? undefined : evaluate(typed);
    if (!read) set(undefined);
    else if (read.ok) set(read.value);
    setTyped(undefined);
  };
  return (
    <label className={styles.number}>
      <span>{label}</span>
      <input
        inputMode="decimal"
        value={typed ?? (value === undefined ? '' : String(value))}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={finish}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
      />
    </label>
  );
}
