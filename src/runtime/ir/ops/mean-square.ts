/** The mean of the squares of all elements: a scalar, the loss of most of style transfer. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { byOwnKernel, sumOfAll } from '../own-kernels.ts';
import { total } from '../total.ts';
import { elements } from '../value.ts';

export const meanSquare: Op<'x'> = {
  name: 'meanSquare',
  version: 1,
  shape: () => [],
  flops: ({ x }) => 2 * elements(x),
  gradient: (ir, { inputs: { x } }, dy) => ({
    x: () => ir.scale({ x, by: ir.affine({ x: dy }, { factor: 2 / elements(x.shape), offset: 0 }) }),
  }),
  run: ({ x }) =>
    byOwnKernel(sumOfAll, { x }, { squares: true, factor: 1 / x.size }) ??
    tf.mul(total(tf.square(x)), 1 / x.size),
};
