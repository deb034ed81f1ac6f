/**
 * A picture turned and mirrored, in any of the eight ways: first rows and columns are exchanged, then the
 * rows or the columns are put in the opposite order. The gradient is what turns it back.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { bytes } from '../value.ts';

export interface OrientAttributes {
  readonly transpose: boolean;
  /** The last row first. */
  readonly flipRows: boolean;
  /** The last column first. */
  readonly flipColumns: boolean;
  readonly [name: string]: boolean;
}

export const orient: Op<'x', OrientAttributes> = {
  name: 'orient',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }, { transpose }) => (transpose ? [w, h, c] : [h, w, c]),
  flops: () => 0,
  workspace: (_, { transpose, flipRows, flipColumns }, output) =>
    transpose && (flipRows || flipColumns) ? bytes(output) : 0,
  simplify: (_, { x }, { transpose, flipRows, flipColumns }) =>
    transpose || flipRows || flipColumns ? undefined : x,
  gradient: (ir, { attributes: { transpose, flipRows, flipColumns } }, dy) => ({
    x: () =>
      ir.orient(
        { x: dy },
        {
          transpose,
          flipRows: transpose ? flipColumns : flipRows,
          flipColumns: transpose ? flipRows : flipColumns,
        },
      ),
  }),
  run: ({ x }, { transpose, flipRows, flipColumns }) => {
    const axes = [...(flipRows ? [0] : []), ...(flipColumns ? [1] : [])];
    if (!transpose) return tf.reverse(x, axes);
    const exchanged = tf.transpose(x, [1, 0, 2]);
    return axes.length === 0 ? exchanged : freeing(exchanged, it => tf.reverse(it, axes));
  },
};
