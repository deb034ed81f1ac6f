/** A quarter of dy to each of the four that were averaged; nothing to an odd last row or column of `shape`. */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { blockMeanGradient, byOwnKernel } from '../own-kernels.ts';
import { elements, type Shape } from '../value.ts';

export interface AveragePoolGradientAttributes {
  readonly shape: Shape;
  readonly [name: string]: Shape;
}

const isEven = ([height = 0, width = 0]: Shape) => height % 2 === 0 && width % 2 === 0;

export const averagePoolGradient: Op<'dy', AveragePoolGradientAttributes> = {
  name: 'averagePoolGradient',
  version: 1,
  shape: (_, { shape }) => shape,
  flops: ({ dy }) => elements(dy),
  // tfjs has an AvgPoolGrad, but it wants the input for its shape, and on wasm it is eight times slower.
  run: ({ dy }, { shape }) => {
    const made = byOwnKernel(blockMeanGradient, { dy }, { shape: [...shape] });
    if (made) return made;
    const [h = 0, w = 0] = dy.shape;
    const [height = 0, width = 0] = shape;
    const spread = freeing(tf.mul<tf.Tensor3D>(dy, 0.25), quarter =>
      tf.image.resizeNearestNeighbor(quarter, [2 * h, 2 * w]),
    );
    if (isEven(shape)) return spread;
    return freeing(spread, it =>
      tf.pad(it, [
        [0, height - 2 * h],
        [0, width - 2 * w],
        [0, 0],
      ]),
    );
  },
};
