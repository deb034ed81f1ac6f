/**
 * A rectangle cut out of a picture: [H, W, C] → [h, w, C]. The adjoint puts it back where it was and leaves
 * zeros around it.
 */
import * as tf from '@tensorflow/tfjs-core';
import { sameShape } from '../constant.ts';
import type { Op } from '../op.ts';

type Pair = readonly [rows: number, columns: number];

export interface CropAttributes {
  /** Height and width of the whole. */
  readonly whole: Pair;
  /** The rectangle's first row and column. */
  readonly at: Pair;
  readonly size: Pair;
  readonly adjoint: boolean;
  readonly [name: string]: Pair | boolean;
}

export const crop: Op<'x', CropAttributes> = {
  name: 'crop',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }, { whole, at, size, adjoint }) => {
    const fits = [0, 1].every(
      axis => (at[axis] ?? -1) >= 0 && (at[axis] ?? 0) + (size[axis] ?? 0) <= (whole[axis] ?? 0),
    );
    if (!fits || !sameShape([h, w], adjoint ? size : whole)) {
      throw new RangeError(`crop: [${size.join()}] at [${at.join()}] does not fit [${h},${w},${c}].`);
    }
    return [...(adjoint ? whole : size), c];
  },
  flops: () => 0,
  simplify: (_, { x }, { whole, size }) => (sameShape(whole, size) ? x : undefined),
  gradient: (ir, { attributes }, dy) => ({
    x: () => ir.crop({ x: dy }, { ...attributes, adjoint: !attributes.adjoint }),
  }),
  run: ({ x }, { whole, at: [top, left], size, adjoint }) =>
    adjoint
      ? tf.pad(x, [
          [top, whole[0] - top - size[0]],
          [left, whole[1] - left - size[1]],
          [0, 0],
        ])
      : tf.slice(x, [top, left, 0], [...size, x.shape[2] ?? 0]),
};
