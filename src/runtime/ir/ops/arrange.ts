/**
 * Each row's numbers in another order: y[i, k] = x[i, order[i, k]], [n, m] → [n, m]. Each row of `order` names
 * every position once, as `order` gives them; the inverse puts the numbers back, which is also the gradient.
 */
import * as tf from '@tensorflow/tfjs-core';
import { commonShape } from '../constant.ts';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { bytes } from '../value.ts';

export interface ArrangeAttributes {
  readonly inverse: boolean;
  readonly [name: string]: boolean;
}

export const arrange: Op<'x' | 'order', ArrangeAttributes> = {
  name: 'arrange',
  version: 1,
  shape: ({ x, order }) => commonShape('arrange', x, order),
  flops: () => 0,
  workspace: ({ x: [rows = 0] }, _, output) => bytes(output) + 4 * rows,
  gradient: (ir, { inputs: { order }, attributes: { inverse } }, dy) => ({
    x: () => ir.arrange({ x: dy, order }, { inverse: !inverse }),
    // An order that comes of numbers does not change with them by a little.
    order: () => ir.fill({}, { shape: order.shape, value: 0 }),
  }),
  run: ({ x, order }, { inverse }, output) => {
    const [rows = 0, columns = 0] = output;
    // Rows one behind the other, by whole numbers, which count further than float32 does: tfjs' gather goes wrong
    // on wasm when it is to go row by row.
    const first = tf.reshape(tf.range(0, rows * columns, columns, 'int32'), [rows, 1]);
    const places = freeing(tf.cast(order, 'int32'), it => tf.reshape(tf.add(it, first), [-1]));
    const numbers = tf.reshape(x, [-1]);
    const moved = freeing(places, it =>
      inverse
        ? tf.scatterND(tf.reshape(it, [-1, 1]), numbers, [rows * columns])
        : tf.gather(numbers, it as tf.Tensor1D),
    );
    return tf.reshape(moved, [...output]);
  },
};
