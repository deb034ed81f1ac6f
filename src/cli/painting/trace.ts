/** The trace: one line of JSON for each iteration, with every term of the loss. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Refusal } from '../../language/result.ts';
import type { PaintEvent } from '../../runtime/execute/paint.ts';
import { unwritable } from '../files/write-whole.ts';

export type Iteration = Extract<PaintEvent, { type: 'iteration' }>;

/** A line of the trace. `seconds` counts from when the painting began, targets included. */
export interface TraceLine {
  readonly optimiser: string;
  readonly iteration: number;
  readonly total: number;
  readonly terms: Readonly<Record<string, { readonly value: number; readonly weight: number }>>;
  readonly seconds: number;
}

export const traceLine = ({ optimiser, iteration, total, terms }: Iteration, seconds: number): TraceLine => ({
  optimiser,
  iteration,
  total,
  terms: Object.fromEntries(terms.map(({ name, value, weight }) => [name, { value, weight }])),
  seconds: Math.round(seconds * 1000) / 1000,
});

export interface TraceFile {
  write(line: TraceLine): void;
  close(): void;
}

/**
 * Opens a trace that is written line by line: whatever ends the painting, the lines so far are there.
 *
 * @throws Refusal where the file cannot be written.
 */
export function openTrace(path: string): TraceFile {
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw new Refusal(unwritable(path, error), { cause: error });
    }
  };
  const file = attempt(() => {
    return openSync(path, 'w');
  });
  return {
    write: line => void attempt(() => writeSync(file, `${JSON.stringify(line)}\n`)),
    close: () => closeSync(file),
  };
}
