/**
 * In which order each row's numbers stand when the largest comes first: [n, m] → [n, m], where column k holds
 * the position of the k-th largest number of the row. With `arrange`, that sorts.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';

/** Positions are kept as float32 like everything else, which holds every whole number up to here. */
const longest = 2 ** 24;

export const order: Op<'x'> = {
  name: 'order',
  version: 1,
  flat: true,
  shape: ({ x }) => {
    const [, columns = 0] = x;
    if (x.length !== 2 || columns > longest)
      throw new RangeError(`order: [${x.join()}] has no rows to sort.`);
    return x;
  },
  flops: ({ x: [, columns = 1] }, _, output) => Math.ceil(elements(output) * Math.log2(Math.max(2, columns))),
  workspace: (_, __, output) => bytes(output),
  run: ({ x }, _, [, columns = 0]) => {
    const { values, indices } = tf.topk(x, columns, true);
    values.dispose();
    return tf.cast(indices, 'float32');
  },
};
