/**
 * x − step · m / (√v · correction + ε): the last line of Adam (Kingma and Ba 2015, algorithm 1), whose scalars may be
 * live; kept within `range`, where there is one. What is no number stays none.
 */
import * as tf from '@tensorflow/tfjs-core';
import { commonShape } from '../constant.ts';
import type { Op } from '../op.ts';
import { adamUpdate, byOwnKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

export interface AdamStepAttributes {
  readonly range: readonly [low: number, high: number] | null;
  readonly [name: string]: readonly number[] | null;
}

export const adamStep: Op<'x' | 'm' | 'v' | 'step' | 'correction' | 'epsilon', AdamStepAttributes> = {
  name: 'adamStep',
  version: 1,
  shape: ({ x, m, v }) => commonShape('adamStep', commonShape('adamStep', x, m), v),
  flops: (_, { range }, output) => (range ? 8 : 6) * elements(output),
  run: ({ x, m, v, step, correction, epsilon }, { range }) => {
    const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const made = byOwnKernel(adamUpdate, { x, m, v, step, correction, epsilon }, { low, high });
    if (made) return made;
    const direction = tf.div(m, tf.add(tf.mul(tf.sqrt(v), correction), epsilon));
    const next = tf.sub(x, tf.mul(direction, step));
    return range ? tf.clipByValue(next, low, high) : next;
  },
};
