/**
 * Where each row's largest number stands: [n, m] → [n, m], 1 there and 0 elsewhere. Times the row itself it
 * gives the maximum; times another, what stands there.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';

export const largest: Op<'x'> = {
  name: 'largest',
  version: 1,
  flat: true,
  shape: ({ x }) => {
    if (x.length !== 2) throw new RangeError(`largest: [${x.join()}] is no matrix.`);
    return x;
  },
  flops: (_, __, output) => elements(output),
  workspace: ({ x: [rows = 0] }, _, output) => Math.max(4 * rows, bytes(output)),
  run: ({ x }, _, [, columns = 0]) => {
    // Whole numbers first: on wasm tfjs writes their bits even where it is asked for floats.
    const marked = freeing(tf.argMax(x, 1), it => tf.oneHot(it as tf.Tensor1D, columns, 1, 0, 'int32'));
    return freeing(marked, it => tf.cast(it, 'float32'));
  },
};
