import type { CSSProperties } from 'react';
import { formatLoss } from '../../../language/format.ts';
import styles from './nine-numbers.module.css';

interface NineNumbersProps {
  /** Row by row. */
  readonly numbers: readonly number[];
  /** What is coloured the most, above 0. */
  readonly largest: number;
  readonly label: string;
}

/** Three by three numbers, coloured by how far they are above or below nothing. */
export function NineNumbers({ numbers, largest, label }: NineNumbersProps) {
  const digits = digitsFor(largest);
  return (
    <span className={styles.nine} role="img" aria-label={`${label}: ${numbers.map(formatLoss).join(', ')}`}>
      {numbers.map((number, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: nine places, always the same.
          key={at}
          className={styles.cell}
          data-below={number < 0}
          style={{ '--share': `${Math.round((46 * Math.abs(number)) / largest)}%` } as CSSProperties}
        >
          {short(number, digits)}
        </span>
      ))}
    </span>
  );
}

/** Behind the point: so that the largest has two or three digits, for nine stand in a small square. */
function digitsFor(largest: number): number {
  const magnitude = Math.floor(Math.log10(largest));
  return Math.min(4, Math.max(0, (magnitude < 0 ? 1 : 2) - magnitude));
}

function short(number: number, digits: number): string {
  const text = number.toFixed(digits);
  return Number(text) === 0 ? '0' : text.replace('-', '−');
}
