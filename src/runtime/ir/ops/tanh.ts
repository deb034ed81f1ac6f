/** tanh x. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export const tanh: Op<'x'> = {
  name: 'tanh',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  gradient: (ir, { output }, dy) => ({
    x: () =>
      ir.multiply({
        a: dy,
        b: ir.affine({ x: ir.multiply({ a: output, b: output }) }, { factor: -1, offset: 1 }),
      }),
  }),
  run: ({ x }) => tf.tanh(x),
};
