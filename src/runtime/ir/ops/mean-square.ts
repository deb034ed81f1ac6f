/** The mean of the squares of all elements: a scalar, the loss of most of style transfer. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { rowsOf, total } from '../total.ts';
import { bytes, elements } from '../value.ts';

export const meanSquare: Op<'x'> = {
  name: 'meanSquare',
  version: 1,
  shape: () => [],
  flops: ({ x }) => 2 * elements(x),
  workspace: ({ x }) => bytes(x) + 4 * rowsOf(x) + 8,
  gradient: (ir, { inputs: { x } }, dy) => ({
    x: () => ir.scale({ x, by: ir.affine({ x: dy }, { factor: 2 / elements(x.shape), offset: 0 }) }),
  }),
  run: ({ x }) => tf.mul(total(tf.square(x)), 1 / x.size),
};
