import { useState } from 'react';
import styles from './inspector.module.css';

interface TitleFieldProps {
  readonly label: string;
  /** What a person has called it; empty where nobody has. */
  readonly title: string;
  /** What it is called then. */
  readonly usual: string;
  readonly rename: (title: string) => void;
}

/** A heading that becomes a field when one writes in it. Emptied, it goes back to the usual title. */
export function TitleField({ label, title, usual, rename }: TitleFieldProps) {
  const [typed, setTyped] = useState<string>();
  const finish = () => {
    const named = typed?.trim();
    if (named !== undefined && named !== title) rename(named);
    setTyped(undefined);
  };
  return (
    <input
      className={styles.title}
      aria-label={label}
      placeholder={usual}
      maxLength={200}
      spellCheck={false}
      value={typed ?? title}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={finish}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
