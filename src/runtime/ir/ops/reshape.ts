/** The same numbers in the same order under another shape. The output shares the input's memory. */
import * as tf from '@tensorflow/tfjs-core';
import { constantOf, sameShape, sameSize } from '../constant.ts';
import type { Op } from '../op.ts';
import type { Shape } from '../value.ts';

export interface ReshapeAttributes {
  readonly shape: Shape;
  readonly [name: string]: Shape;
}

export const reshape: Op<'x', ReshapeAttributes> = {
  name: 'reshape',
  version: 1,
  shape: ({ x }, { shape }) => sameSize('reshape', x, shape),
  flops: () => 0,
  simplify: (ir, { x }, { shape }) => {
    if (sameShape(x.shape, shape)) return x;
    const value = constantOf(x);
    if (value !== undefined) return ir.fill({}, { shape, value });
    const earlier = x.op.name === 'reshape' ? x.inputs.x : undefined;
    return earlier && ir.reshape({ x: earlier }, { shape });
  },
  gradient: (ir, { inputs: { x } }, dy) => ({ x: () => ir.reshape({ x: dy }, { shape: x.shape }) }),
  run: ({ x }, { shape }) => tf.reshape(x, [...shape]),
};
