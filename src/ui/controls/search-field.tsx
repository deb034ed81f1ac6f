/** A field that narrows the list below it: ArrowDown goes to the first thing found, as in every list of ours. */
import { Search } from 'lucide-react';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** What is searched, as placeholder and as name for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The first thing found. */
  readonly first: () => HTMLElement | null | undefined;
  /** Whether Enter presses the first thing found, once something is typed. */
  readonly entersFirst?: boolean;
  /** Whether the dialog gives it the focus when it opens. */
  readonly hasFocusFirst?: boolean;
  readonly className?: string | undefined;
}

export function SearchField({ label, value, onChange, first, ...rest }: SearchFieldProps) {
  const { entersFirst = false, hasFocusFirst = false, className = '' } = rest;
  return (
    <label className={`${styles.search} ${className}`}>
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        data-first={hasFocusFirst || undefined}
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') first()?.focus();
          else if (entersFirst && event.key === 'Enter' && value.trim() !== '') first()?.click();
          else return;
          event.preventDefault();
        }}
      />
    </label>
  );
}
