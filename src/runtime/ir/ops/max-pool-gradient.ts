/**
 * dy at the place that each block's largest number came from; the first one, read like a page, where
 * several are equal, on every backend: tfjs' own are mended where they would not (execute/backends).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { blockMaximumGradient, byOwnKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const maxPoolGradient: Op<'dy' | 'x' | 'y'> = {
  name: 'maxPoolGradient',
  version: 1,
  shape: ({ x }) => x,
  flops: ({ y }) => 3 * elements(y),
  run: ({ dy, x, y }, _, [h = 0, w = 0, c = 0]) => {
    const made = byOwnKernel(blockMaximumGradient, { dy, x });
    if (made) return made;
    const batch = (tensor: tf.Tensor) => tf.expandDims(tensor, 0);
    const gradient = tf
      .engine()
      .runKernel<tf.Tensor>(
        tf.MaxPoolGrad,
        { dy: batch(dy), input: batch(x), output: batch(y) },
        { filterSize: 2, strides: 2, pad: 'valid' },
      );
    return tf.reshape(gradient, [h, w, c]);
  },
};
