/**
 * Which channels fire together, with where forgotten: FᵀF / divisor with one row of F for each position
 * (Gatys, Ecker, Bethge 2015, eq. 3): [H, W, C] → [C, C].
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { gramMatrix, hasKernel } from '../own-kernels.ts';
import { isSymmetric } from '../symmetric.ts';

export interface GramAttributes {
  readonly divisor: number;
  readonly [name: string]: number;
}

export const gram: Op<'features', GramAttributes> = {
  name: 'gram',
  version: 1,
  shape: ({ features: [, , c = 0] }) => [c, c],
  flops: ({ features: [h = 0, w = 0, c = 0] }) => (2 * h * w + 1) * c * c,
  // G = FᵀF/d gives dF = F(dG + dGᵀ)/d. A loss on Gram matrices makes dG symmetric, and then 2·dG will do.
  gradient: (ir, { inputs: { features }, attributes: { divisor } }, dy) => ({
    features: () => {
      const both = isSymmetric(dy)
        ? ir.affine({ x: dy }, { factor: 2 / divisor, offset: 0 })
        : ir.affine({ x: ir.add({ a: dy, b: ir.transpose({ x: dy }) }) }, { factor: 1 / divisor, offset: 0 });
      return ir.mixChannels({ x: features, by: both });
    },
  }),
  run: ({ features }, { divisor }, [c = 0]) => {
    const positions = tf.reshape(features, [-1, c]);
    if (hasKernel(gramMatrix)) {
      return tf.engine().runKernel<tf.Tensor>(gramMatrix, { x: positions }, { divisor });
    }
    const product =
      tf.getBackend() === 'wasm'
        ? // tfjs' own product takes twenty times as long there where it is to transpose by itself.
          freeing(tf.transpose(positions), transposed => tf.matMul(transposed, positions))
        : tf.matMul(positions, positions, true);
    return freeing(product, it => tf.mul(it, 1 / divisor));
  },
};
