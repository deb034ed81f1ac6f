/** eˣ. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export const exponential: Op<'x'> = {
  name: 'exponential',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  gradient: (ir, { output }, dy) => ({ x: () => ir.multiply({ a: dy, b: output }) }),
  run: ({ x }) => tf.exp(x),
};
