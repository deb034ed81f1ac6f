/** max(x, 0). After a convolution that nothing else needs it is part of that, see `conv2d`. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export const relu: Op<'x'> = {
  name: 'relu',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  // The output says where x was positive, so the input need not be kept.
  gradient: (ir, { output }, dy) => ({ x: () => ir.reluGradient({ dy, y: output }) }),
  run: ({ x }) => tf.relu(x),
};
