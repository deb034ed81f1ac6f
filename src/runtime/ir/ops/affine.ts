/** x · factor + offset, both known when the program is made. */
import * as tf from '@tensorflow/tfjs-core';
import { constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';

export interface AffineAttributes {
  readonly factor: number;
  readonly offset: number;
  readonly [name: string]: number;
}

export const affine: Op<'x', AffineAttributes> = {
  name: 'affine',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, { factor, offset }, output) => elements(output) * (Number(factor !== 1) + Number(offset !== 0)),
  workspace: (_, { factor, offset }, output) => 8 + (factor !== 1 && offset !== 0 ? bytes(output) : 0),
  simplify: (ir, { x }, { factor, offset }) => {
    const number = constantOf(x);
    if (number !== undefined) return ir.fill({}, { shape: x.shape, value: number * factor + offset });
    return factor === 1 && offset === 0 ? x : undefined;
  },
  gradient: (ir, { attributes: { factor } }, dy) => ({
    x: () => ir.affine({ x: dy }, { factor, offset: 0 }),
  }),
  run: ({ x }, { factor, offset }) => {
    const scaled = factor === 1 ? x : tf.mul(x, factor);
    return offset === 0 ? scaled : tf.add(scaled, offset);
  },
};
