/** x, but not below `low` and not above `high`. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements, type Value } from '../value.ts';

export interface ClampAttributes {
  readonly low: number;
  readonly high: number;
  readonly [name: string]: number;
}

export const clamp: Op<'x', ClampAttributes> = {
  name: 'clamp',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => 2 * elements(output),
  simplify: (_, { x }, { low, high }) => (liesWithin(x, low, high) ? x : undefined),
  gradient: (ir, { inputs: { x }, attributes: { low, high } }, dy) => ({
    x: () => ir.clampGradient({ dy, x }, { low, high }),
  }),
  run: ({ x }, { low, high }) => tf.clipByValue(x, low, high),
};

/** Whether what made `x` has kept it so. */
function liesWithin({ op, attributes: { range } }: Value, low: number, high: number): boolean {
  if (op.name !== 'adamStep' || !Array.isArray(range)) return false;
  const [least, most] = range as readonly number[];
  return least !== undefined && most !== undefined && least >= low && most <= high;
}
