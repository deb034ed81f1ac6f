import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/words.ts';
import styles from './chips.module.css';
import fields from './fields.module.css';

interface ChipsProps {
  readonly label: string;
  /** What each is called. */
  readonly items: readonly string[];
  readonly remove: (index: number) => void;
  /** What adds one. */
  readonly children: ReactNode;
}

/** A few things that were chosen, each to be removed again, and a way to choose another. */
export function Chips({ label, items, remove, children }: ChipsProps) {
  const words = useWords();
  return (
    <fieldset className={styles.chips} aria-label={label}>
      <span className={fields.label} aria-hidden>
        {label}
      </span>
      {items.length > 0 && (
        <ul>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same
            <li key={index}>
              <span>{item}</span>
              <button
                type="button"
                aria-label={words('lesson.write.remove', { what: item })}
                onClick={() => remove(index)}
              >
                <X size={12} strokeWidth={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {children}
    </fieldset>
  );
}
