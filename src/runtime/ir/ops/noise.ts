/**
 * Standard normal noise (Box–Muller). Made on the host, so that a seed gives the same picture on every
 * backend.
 */

import * as tf from '@tensorflow/tfjs-core';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { Op } from '../op.ts';
import { elements, type Shape } from '../value.ts';

export interface NoiseAttributes {
  readonly shape: Shape;
  readonly seed: number;
  readonly [name: string]: Shape | number;
}

export const noise: Op<never, NoiseAttributes> = {
  name: 'noise',
  version: 1,
  shape: (_, { shape }) => shape,
  flops: () => 0,
  run: (_, { shape, seed }) => {
    const random = mersenne(seed);
    const numbers = new Float32Array(elements(shape));
    for (let at = 0; at < numbers.length; at += 2) {
      // 1 − u lies in (0, 1], where the logarithm is finite.
      const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)));
      const angle = 2 * Math.PI * uniformFloat64(random);
      numbers[at] = radius * Math.cos(angle);
      if (at + 1 < numbers.length) numbers[at + 1] = radius * Math.sin(angle);
    }
    return tf.tensor(numbers, [...shape]);
  },
};
