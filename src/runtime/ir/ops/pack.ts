/** Scalars side by side in the order of their names, so that one read-back brings them all to the host. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { byOwnKernel, packedScalars } from '../own-kernels.ts';

export const pack: Op<string> = {
  name: 'pack',
  version: 1,
  shape: scalars => [Object.keys(scalars).length],
  flops: () => 0,
  run: scalars =>
    byOwnKernel(packedScalars, scalars) ??
    tf.stack(
      Object.keys(scalars)
        .sort()
        .flatMap(name => scalars[name] ?? []),
    ),
};
