/** √x. Its slope at 0 is infinite: who needs a gradient there adds a little first. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export const squareRoot: Op<'x'> = {
  name: 'squareRoot',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  gradient: (ir, { output }, dy) => ({
    x: () => ir.affine({ x: ir.divide({ a: dy, b: output }) }, { factor: 0.5, offset: 0 }),
  }),
  run: ({ x }) => tf.sqrt(x),
};
