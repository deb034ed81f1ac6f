/** The terms of a loss, as they were read at an iteration, added up by their names. */
import type { TermReading } from '../../runtime/execute/health.ts';

/** Σ value · weight of the terms of `part`: all whose names begin with it where it ends in `/`, or is empty. */
export function sumOf(terms: readonly TermReading[], part: string): number {
  const belongs = (name: string) =>
    part === '' || part.endsWith('/') ? name.startsWith(part) : name === part;
  return terms.reduce((sum, { name, value, weight }) => (belongs(name) ? sum + value * weight : sum), 0);
}

/** How much of `whole` is of `part`, from 0 to 1. */
export function shareOf(terms: readonly TermReading[], part: string, whole: string): number {
  const sum = sumOf(terms, whole);
  return sum > 0 ? sumOf(terms, part) / sum : 0;
}
