/**
 * average · keep + sample · take, or sample² in its place: a mean that forgets, such as Adam's moments. How much is
 * kept and taken are scalars, which may be live.
 */
import * as tf from '@tensorflow/tfjs-core';
import { commonShape } from '../constant.ts';
import type { Op } from '../op.ts';
import { byOwnKernel, exponentialAverage } from '../own-kernels.ts';
import { elements } from '../value.ts';

export interface MovingAverageAttributes {
  /** Whether it is one of the sample's squares. */
  readonly squares: boolean;
  readonly [name: string]: boolean;
}

export const movingAverage: Op<'average' | 'sample' | 'keep' | 'take', MovingAverageAttributes> = {
  name: 'movingAverage',
  version: 1,
  shape: ({ average, sample }) => commonShape('movingAverage', average, sample),
  flops: (_, { squares }, output) => (squares ? 4 : 3) * elements(output),
  run: ({ average, sample, keep, take }, { squares }) => {
    const made = byOwnKernel(exponentialAverage, { average, sample, keep, take }, { squares });
    if (made) return made;
    const taken = squares ? tf.mul(sample, sample) : sample;
    return tf.add(tf.mul(average, keep), tf.mul(taken, take));
  },
};
