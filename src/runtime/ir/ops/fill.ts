/** A constant in every element. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import type { Shape } from '../value.ts';

export interface FillAttributes {
  readonly shape: Shape;
  readonly value: number;
  readonly [name: string]: Shape | number;
}

export const fill: Op<never, FillAttributes> = {
  name: 'fill',
  version: 1,
  shape: (_, { shape }) => shape,
  flops: () => 0,
  run: (_, { shape, value }) => tf.fill([...shape], value),
};
