/** The mean of each 2×2 block; what an odd last row or column holds is dropped: [H, W, C] → [⌊H/2⌋, ⌊W/2⌋, C]. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { blockMean, byOwnKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const averagePool: Op<'x'> = {
  name: 'averagePool',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }) => [Math.floor(h / 2), Math.floor(w / 2), c],
  flops: (_, __, output) => 4 * elements(output),
  gradient: (ir, { inputs: { x } }, dy) => ({ x: () => ir.averagePoolGradient({ dy }, { shape: x.shape }) }),
  // tf.avgPool copies its output once more.
  run: ({ x }, _, output) => {
    const made = byOwnKernel(blockMean, { x });
    if (made) return made;
    const pooled = tf
      .engine()
      .runKernel<tf.Tensor>(
        tf.AvgPool,
        { x: tf.expandDims(x, 0) },
        { filterSize: 2, strides: 2, pad: 'valid' },
      );
    return tf.reshape(pooled, [...output]);
  },
};
