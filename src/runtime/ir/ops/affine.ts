/** x · factor + offset, both known when the program is made. */
import * as tf from '@tensorflow/tfjs-core';
import { constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { affineMap, byOwnKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

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
  simplify: (ir, { x }, { factor, offset }) => {
    const number = constantOf(x);
    if (number !== undefined) return ir.fill({}, { shape: x.shape, value: number * factor + offset });
    if (factor === 1 && offset === 0) return x;
    if (x.op.name === 'affine') {
      const { factor: first, offset: before } = x.attributes as AffineAttributes;
      return ir.affine({ x: x.inputs.x ?? x }, { factor: first * factor, offset: before * factor + offset });
    }
    // A factor is one number more for a scalar, and one pass more for whatever that scales.
    const { x: scaled, by } = x.inputs;
    if (x.op.name !== 'scale' || !scaled || !by || offset !== 0) return undefined;
    return ir.scale({ x: scaled, by: ir.affine({ x: by }, { factor, offset }) });
  },
  gradient: (ir, { attributes: { factor } }, dy) => ({
    x: () => ir.affine({ x: dy }, { factor, offset: 0 }),
  }),
  run: ({ x }, { factor, offset }) => {
    const made = byOwnKernel(affineMap, { x }, { factor, offset });
    if (made) return made;
    const scaled = factor === 1 ? x : tf.mul(x, factor);
    return offset === 0 ? scaled : tf.add(scaled, offset);
  },
};
