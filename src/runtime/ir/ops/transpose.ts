/** Rows and columns of a matrix exchanged. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';

export const transpose: Op<'x'> = {
  name: 'transpose',
  version: 1,
  shape: ({ x }) => {
    const [rows = 0, columns = 0] = x;
    if (x.length !== 2) throw new RangeError(`transpose: [${x.join()}] is no matrix.`);
    return [columns, rows];
  },
  flops: () => 0,
  simplify: (_, { x }) => (x.op.name === 'transpose' ? x.inputs.x : undefined),
  gradient: (ir, _, dy) => ({ x: () => ir.transpose({ x: dy }) }),
  run: ({ x }) => tf.transpose(x),
};
