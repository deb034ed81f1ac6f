/** The field of a number: what is typed is taken with Enter or when it is left, and forgotten with Escape. */
import { type KeyboardEvent, useState } from 'react';
import styles from './number.module.css';
import { numberText } from './read-number.ts';
import type { NumberSpec } from './slider-scale.ts';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: number;
  readonly control: NumberSpec;
  readonly isRefused: boolean;
  readonly take: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

export function NumberField({
  id,
  label,
  hint,
  value,
  control,
  isRefused,
  take,
  onKeyDown,
  onBlur,
}: NumberFieldProps) {
  /** What is being typed, until it is taken. */
  const [typed, setTyped] = useState<string>();
  const finish = () => {
    if (typed !== undefined) take(typed);
    setTyped(undefined);
  };
  return (
    <input
      id={id}
      type="text"
      role="spinbutton"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className={`${styles.field} nopan`}
      aria-label={label}
      aria-description={hint}
      aria-valuenow={inFull(value)}
      aria-valuemin={inFull(control.min)}
      aria-valuemax={inFull(control.max)}
      aria-invalid={isRefused}
      value={typed ?? numberText(value)}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => {
        finish();
        onBlur();
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          finish();
          event.currentTarget.select();
        } else if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation();
          setTyped(undefined);
        } else {
          if (directionIsVertical(event.key)) setTyped(undefined);
          onKeyDown(event);
        }
      }}
    />
  );
}

const directionIsVertical = (key: string): boolean => /^(Arrow(Up|Down)|Page(Up|Down))$/.test(key);

/** ARIA knows no exponents: 1e-8 is written out for it. The attribute is typed as a number all the same. */
const inFull = (value: number) => value.toFixed(12).replace(/\.?0+$/, '') as unknown as number;
