/** The unit matrix. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';

export interface IdentityAttributes {
  readonly size: number;
  readonly [name: string]: number;
}

export const identity: Op<never, IdentityAttributes> = {
  name: 'identity',
  version: 1,
  shape: (_, { size }) => [size, size],
  flops: () => 0,
  run: (_, { size }) => tf.eye(size),
};
