/** The natural logarithm. Who takes it sees to it that x is above zero. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export const logarithm: Op<'x'> = {
  name: 'logarithm',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  gradient: (ir, { inputs: { x } }, dy) => ({ x: () => ir.divide({ a: dy, b: x }) }),
  run: ({ x }) => tf.log(x),
};
