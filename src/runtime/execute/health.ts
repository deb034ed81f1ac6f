/** Whether an iteration went well, from the few numbers that are read back of it. */
import type { Stage } from '../compile/plan.ts';
import { allFinite } from './host-tensor.ts';

/** A term of the loss as it was at one iteration, before its weight, and the weight it had then. */
export interface TermReading {
  readonly name: string;
  readonly value: number;
  readonly weight: number;
}

/**
 * Whether all is well: the terms are numbers, and so is what the step made, and it is near a picture still.
 * `silent` where a loss is there and yet no pixel feels it: some device has answered with zeros.
 */
export type Health = 'sound' | 'not-finite' | 'silent';

/** Pixels lie between 0 and 1, or a little beyond where nothing clamps them. A root mean square above this is lost. */
const farthest = 1e4;

/** Below this a loss may be nothing but rounding, and have no gradient. */
export const audible = 1e-12;

/** @param read The terms, the mean square of the picture, and a sum of each vector of the rule, by name. */
export function healthOf(read: Float32Array, weights: readonly number[], { rule }: Stage): Health {
  const [meanSquare = 0, ...sums] = read.subarray(weights.length);
  if (!allFinite(read) || meanSquare > farthest ** 2) return 'not-finite';
  // Only squares tell: a gradient that pulls as much up as down has a sum of nothing.
  const squares = rule.squares && sums[(rule.watched ?? rule.state).toSorted().indexOf(rule.squares)];
  const heard = weights.some((weight, term) => weight * (read[term] ?? 0) > audible);
  return heard && squares === 0 ? 'silent' : 'sound';
}
