/** dy where the rectified output y is positive, else 0. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';

export const reluGradient: Op<'dy' | 'y'> = {
  name: 'reluGradient',
  version: 1,
  shape: ({ dy }) => dy,
  flops: (_, __, output) => elements(output),
  workspace: (_, __, output) => bytes(output),
  run: ({ dy, y }) => tf.mul(dy, tf.step(y)),
};
