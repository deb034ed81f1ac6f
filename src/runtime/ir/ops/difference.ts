/**
 * Each pixel's lower (axis 0) or right (axis 1) neighbour minus the pixel: what total variation is made of.
 * [H, W, C] → [H − 1, W, C] or [H, W − 1, C]; the adjoint is its transpose, with one row or column more.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { hasKernel, neighbourDifference } from '../own-kernels.ts';
import { elements } from '../value.ts';

export interface DifferenceAttributes {
  readonly axis: 0 | 1;
  readonly adjoint: boolean;
  readonly [name: string]: number | boolean;
}

export const difference: Op<'x', DifferenceAttributes> = {
  name: 'difference',
  version: 1,
  shape: ({ x }, { axis, adjoint }) => {
    if (!adjoint && (x[axis] ?? 0) < 2) throw new RangeError(`difference: [${x.join()}] has no neighbours.`);
    return x.map((extent, at) => (at === axis ? extent + (adjoint ? 1 : -1) : extent));
  },
  flops: (_, __, output) => elements(output),
  gradient: (ir, { attributes: { axis, adjoint } }, dy) => ({
    x: () => ir.difference({ x: dy }, { axis, adjoint: !adjoint }),
  }),
  run: ({ x }, { axis, adjoint }, output) => {
    if (hasKernel(neighbourDifference)) {
      return tf.engine().runKernel<tf.Tensor>(neighbourDifference, { x }, { axis, adjoint });
    }
    if (adjoint) {
      const shifted = (before: number, after: number) =>
        tf.pad(
          x,
          x.shape.map((_, at) => (at === axis ? [before, after] : [0, 0])),
        );
      return tf.sub(shifted(1, 0), shifted(0, 1));
    }
    const from = (start: number) =>
      tf.slice(
        x,
        x.shape.map((_, at) => (at === axis ? start : 0)),
        [...output],
      );
    return tf.sub(from(1), from(0));
  },
};
