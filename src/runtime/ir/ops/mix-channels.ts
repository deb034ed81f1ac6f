/**
 * The channels of each position times a matrix, and `plus` added where there is one: [H, W, C] with [C, D] →
 * [H, W, D]. The way back through a Gram matrix; what comes from deeper layers is added where its sums are written.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { byOwnKernel, matrixProduct } from '../own-kernels.ts';
import type { Ir } from '../program.ts';
import { elements, type Value } from '../value.ts';

export const mixChannels: Op<'x' | 'by', Record<never, never>, 'plus'> = {
  name: 'mixChannels',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c], by: [rows, d = 0], plus }) => {
    const shape = [h, w, d];
    if (c !== rows || (plus && plus.join() !== shape.join())) {
      throw new RangeError(`mixChannels: [${h},${w},${c}] with [${rows},${d}] and [${plus}] do not fit.`);
    }
    return shape;
  },
  flops: ({ by: [c = 0], plus }, _, output) => (2 * c + (plus ? 1 : 0)) * elements(output),
  gradient: (ir, { inputs: { x, by } }, dy) => ({
    x: () => ir.mixChannels({ x: dy, by: ir.transpose({ x: by }) }),
    by: () => ir.matmul({ a: ir.transpose({ x: inRows(ir, x) }), b: inRows(ir, dy) }),
    plus: () => dy,
  }),
  run: ({ x, by, plus }, _, output) => {
    const made = byOwnKernel(matrixProduct, { a: x, b: by, ...(plus && { plus }) });
    if (made) return made;
    const rows = tf.reshape(x, [-1, by.shape[0] ?? 1]);
    const product = tf.reshape(tf.matMul(rows, by), [...output]);
    return plus ? freeing(product, it => tf.add(it, plus)) : product;
  },
};

/** [H, W, C] → [HW, C]. */
function inRows(ir: Ir, x: Value): Value {
  const [height = 0, width = 0, channels = 0] = x.shape;
  return ir.reshape({ x }, { shape: [height * width, channels] });
}
