/**
 * The kernel of a convolution's input gradient: turned by 180° and its channels exchanged, [3, 3, C, D] →
 * [3, 3, D, C]. A constant of the encoder, so the compiler hoists it and it is prepared once.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { bytes } from '../value.ts';

export const turned: Op<'kernel'> = {
  name: 'turned',
  version: 1,
  shape: ({ kernel: [h = 0, w = 0, c = 0, d = 0] }) => [h, w, d, c],
  flops: () => 0,
  workspace: (_, __, output) => bytes(output),
  run: ({ kernel }) => tf.transpose(tf.reverse(kernel as tf.Tensor4D, [0, 1]), [0, 1, 3, 2]),
};
