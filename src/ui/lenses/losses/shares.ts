import type { MeasuredPull } from '../../../runtime/lenses/balance.ts';

/** A pull's part of the whole, each from 0 to 1; all of them sum to one, unless there is nothing at all. */
export interface Shares {
  readonly loss: number;
  readonly pull: number;
}

/** By name. */
export function sharesOf(pulls: readonly MeasuredPull[]): ReadonlyMap<string, Shares> {
  const sum = (of: (pull: MeasuredPull) => number) => pulls.reduce((total, pull) => total + of(pull), 0);
  const [loss, length] = [sum(pull => Math.abs(pull.loss)), sum(pull => pull.length)];
  const part = (value: number, whole: number) => (whole > 0 ? value / whole : 0);
  return new Map(
    pulls.map(pull => [
      pull.name,
      { loss: part(Math.abs(pull.loss), loss), pull: part(pull.length, length) },
    ]),
  );
}
