/** dy where x lies within the limits or on them, else 0: a pixel that sits on a limit can still come back. */
import * as tf from '@tensorflow/tfjs-core';
import { commonShape } from '../constant.ts';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';
import type { ClampAttributes } from './clamp.ts';

export const clampGradient: Op<'dy' | 'x', ClampAttributes> = {
  name: 'clampGradient',
  version: 1,
  shape: ({ dy, x }) => commonShape('clampGradient', dy, x),
  flops: (_, __, output) => 4 * elements(output),
  workspace: (_, __, output) => 3 * bytes(output),
  run: ({ dy, x }, { low, high }) =>
    tf.mul(dy, tf.cast(tf.equal(tf.clipByValue(x, low, high), x), 'float32')),
};
