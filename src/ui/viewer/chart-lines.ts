/** A trace as a chart draws it: a column of iterations, the total, and a line for each term. */
import type { Trace } from '../painting/traces.ts';
import { decimated } from './decimate.ts';

export interface ChartLine {
  /** The name of a term; undefined for the total. */
  readonly term: string | undefined;
  /** Null where the term was not there, or was nothing: a logarithm has no place for it. */
  readonly values: readonly (number | null)[];
}

export interface ChartLines {
  readonly iterations: readonly number[];
  /** The total first. */
  readonly lines: readonly ChartLine[];
}

/** @param most So many points for each line, about. */
export function chartLines({ iterations, terms, totals }: Trace, most = 800): ChartLines {
  const curves = [totals, ...terms.values()];
  const at = decimated(iterations.length, curves, most * curves.length);
  const picked = (values: readonly (number | null)[]) => at.map(i => drawable(values[i]));
  return {
    iterations: at.map(i => iterations[i] ?? 0),
    lines: [
      { term: undefined, values: picked(totals) },
      ...[...terms].map(([term, values]) => ({ term, values: picked(values) })),
    ],
  };
}

const drawable = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && value > 0 && Number.isFinite(value) ? value : null;
