/**
 * A scale and a shift for each channel that are tensors themselves: x · scale + shift, [H, W, C] with [1, C] each.
 * What AdaIN and the norms of networks do after they have standardised.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import type { Ir } from '../program.ts';
import { bytes, elements, type Value } from '../value.ts';

export const modulate: Op<'x' | 'scale' | 'shift'> = {
  name: 'modulate',
  version: 1,
  shape: ({ x, scale, shift }) => {
    const channels = x.at(-1);
    for (const row of [scale, shift]) {
      if (row.length !== 2 || row[0] !== 1 || row[1] !== channels) {
        throw new RangeError(`modulate: [${x.join()}] with [${row.join()}].`);
      }
    }
    return x;
  },
  flops: (_, __, output) => 2 * elements(output),
  workspace: (_, __, output) => bytes(output),
  gradient: (ir, { inputs: { x, scale } }, dy) => ({
    x: () => ir.modulate({ x: dy, scale, shift: ir.fill({}, { shape: scale.shape, value: 0 }) }),
    scale: () => summed(ir, ir.multiply({ a: dy, b: x })),
    shift: () => summed(ir, dy),
  }),
  run: ({ x, scale, shift }) => tf.add(tf.mul(x, scale), shift),
};

/** Over all positions: [H, W, C] → [1, C]. */
function summed(ir: Ir, x: Value): Value {
  const [height = 0, width = 0, channels = 0] = x.shape;
  const rows = ir.reshape({ x }, { shape: [height * width, channels] });
  return ir.matmul({ a: ir.fill({}, { shape: [1, height * width], value: 1 }), b: rows });
}
