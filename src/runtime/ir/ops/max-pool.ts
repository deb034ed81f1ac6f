/** The largest of each 2×2 block; what an odd last row or column holds is dropped: [H, W, C] → [⌊H/2⌋, ⌊W/2⌋, C]. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { blockMaximum, byOwnKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const maxPool: Op<'x'> = {
  name: 'maxPool',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }) => [Math.floor(h / 2), Math.floor(w / 2), c],
  flops: (_, __, output) => 3 * elements(output),
  gradient: (ir, { inputs: { x }, output }, dy) => ({ x: () => ir.maxPoolGradient({ dy, x, y: output }) }),
  run: ({ x }) => byOwnKernel(blockMaximum, { x }) ?? tf.maxPool(x as tf.Tensor3D, 2, 2, 'valid'),
};
