/** A few numbers that are known when the program is made: a colour matrix, a small kernel. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements, type Shape } from '../value.ts';

export interface ConstantAttributes {
  readonly shape: Shape;
  /** Row by row. */
  readonly numbers: readonly number[];
  readonly [name: string]: readonly number[];
}

export const constant: Op<never, ConstantAttributes> = {
  name: 'constant',
  version: 1,
  shape: (_, { shape, numbers }) => {
    if (elements(shape) !== numbers.length) {
      throw new RangeError(`constant: ${numbers.length} numbers for [${shape.join()}].`);
    }
    return shape;
  },
  flops: () => 0,
  run: (_, { shape, numbers }) => tf.tensor([...numbers], [...shape], 'float32'),
};
