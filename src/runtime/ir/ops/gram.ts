/**
 * Which channels fire together, with where forgotten: FᵀF / divisor with one row of F for each position
 * (Gatys, Ecker, Bethge 2015, eq. 3): [H, W, C] → [C, C].
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { isSymmetric } from '../symmetric.ts';
import { sliceBytes } from '../tall-product.ts';
import { bytes } from '../value.ts';

export interface GramAttributes {
  readonly divisor: number;
  readonly [name: string]: number;
}

export const gram: Op<'features', GramAttributes> = {
  name: 'gram',
  version: 1,
  shape: ({ features: [, , c = 0] }) => [c, c],
  flops: ({ features: [h = 0, w = 0, c = 0] }) => (2 * h * w + 1) * c * c,
  workspace: ({ features }, _, output) => {
    const [h = 0, w = 0, c = 0] = features;
    return Math.max(bytes(features) + sliceBytes(c, h * w, c), bytes(output) + 4);
  },
  // G = FᵀF/d gives dF = F(dG + dGᵀ)/d. A loss on Gram matrices makes dG symmetric, and then 2·dG will do.
  gradient: (ir, { inputs: { features }, attributes: { divisor } }, dy) => ({
    features: () => {
      const [h = 0, w = 0, c = 0] = features.shape;
      const both = isSymmetric(dy)
        ? ir.affine({ x: dy }, { factor: 2 / divisor, offset: 0 })
        : ir.affine({ x: ir.add({ a: dy, b: ir.transpose({ x: dy }) }) }, { factor: 1 / divisor, offset: 0 });
      const positions = ir.reshape({ x: features }, { shape: [h * w, c] });
      return ir.reshape({ x: ir.matmul({ a: positions, b: both }) }, { shape: features.shape });
    },
  }),
  // Transposed explicitly: tfjs' wasm kernel is about twenty times slower when asked to do that itself.
  run: ({ features }, { divisor }, [c = 0]) => {
    const positions = tf.reshape(features, [-1, c]);
    const product = freeing(tf.transpose(positions), channels => tf.matMul(channels, positions));
    return freeing(product, it => tf.mul(it, 1 / divisor));
  },
};
