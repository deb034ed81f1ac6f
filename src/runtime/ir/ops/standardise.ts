/**
 * Each channel to mean 0 and deviation 1 over all positions: (x − μ)/√(σ² + ε), [H, W, C] → [H, W, C]. The heart of
 * instance normalisation (Ulyanov, Vedaldi and Lempitsky 2016) and of AdaIN (Huang and Belongie 2017).
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import type { Ir } from '../program.ts';
import { bytes, elements, type Value } from '../value.ts';

export interface StandardiseAttributes {
  readonly epsilon: number;
  readonly [name: string]: number;
}

export const standardise: Op<'x', StandardiseAttributes> = {
  name: 'standardise',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => 6 * elements(output),
  workspace: (_, __, output) => 2 * bytes(output) + 16 * (output.at(-1) ?? 0),
  // With y the result: dx = (dy − mean dy − y · mean(dy · y)) / √(σ² + ε).
  gradient: (ir, { inputs: { x }, attributes: { epsilon }, output }, dy) => ({
    x: () => {
      const rows = (value: Value) => inRows(ir, value);
      const along = means(ir, rows(ir.multiply({ a: dy, b: output })));
      const off = ir.add({
        a: everywhere(ir, means(ir, rows(dy)), x),
        b: ir.multiply({ a: rows(output), b: everywhere(ir, along, x) }),
      });
      const straight = ir.subtract({ a: rows(dy), b: off });
      const scaled = ir.divide({ a: straight, b: everywhere(ir, deviations(ir, x, epsilon), x) });
      return ir.reshape({ x: scaled }, { shape: x.shape });
    },
  }),
  run: ({ x }, { epsilon }) => {
    const centred = tf.sub(x, tf.mean(x, [0, 1], true));
    const variance = freeing(tf.square(centred), squares => tf.mean(squares, [0, 1], true));
    return tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
  },
};

/** [H, W, C] → [HW, C]. */
function inRows(ir: Ir, x: Value): Value {
  const [height = 0, width = 0, channels = 0] = x.shape;
  return ir.reshape({ x }, { shape: [height * width, channels] });
}

const means = (ir: Ir, rows: Value): Value => {
  const [count = 1] = rows.shape;
  return ir.matmul({ a: ir.fill({}, { shape: [1, count], value: 1 / count }), b: rows });
};

/** The row [1, C] at each position of `x`. */
function everywhere(ir: Ir, row: Value, { shape: [height = 0, width = 0] }: Value): Value {
  return ir.matmul({ a: ir.fill({}, { shape: [height * width, 1], value: 1 }), b: row });
}

function deviations(ir: Ir, x: Value, epsilon: number): Value {
  const rows = inRows(ir, x);
  const mean = means(ir, rows);
  const squares = means(ir, ir.multiply({ a: rows, b: rows }));
  const variance = ir.relu({ x: ir.subtract({ a: squares, b: ir.multiply({ a: mean, b: mean }) }) });
  return ir.squareRoot({ x: ir.affine({ x: variance }, { factor: 1, offset: epsilon }) });
}
