/**
 * x · factor + offset with a factor and an offset for each channel (the last axis): how an encoder wants its
 * pictures, from 0…1 to its own range.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { channelScale, hasKernel } from '../own-kernels.ts';
import { elements } from '../value.ts';

export interface ChannelAffineAttributes {
  readonly factors: readonly number[];
  readonly offsets: readonly number[];
  readonly [name: string]: readonly number[];
}

const scales = ({ factors }: ChannelAffineAttributes) => factors.some(factor => factor !== 1);
const shifts = ({ offsets }: ChannelAffineAttributes) => offsets.some(offset => offset !== 0);

export const channelAffine: Op<'x', ChannelAffineAttributes> = {
  name: 'channelAffine',
  version: 1,
  shape: ({ x }, { factors, offsets }) => {
    const channels = x.at(-1) ?? 1;
    if (factors.length !== channels || offsets.length !== channels) {
      throw new RangeError(
        `channelAffine: ${factors.length} factors, ${offsets.length} offsets for [${x.join()}].`,
      );
    }
    return x;
  },
  flops: (_, attributes, output) =>
    elements(output) * (Number(scales(attributes)) + Number(shifts(attributes))),
  workspace: ({ x }) => 8 * (x.at(-1) ?? 1),
  simplify: (_, { x }, attributes) => (scales(attributes) || shifts(attributes) ? undefined : x),
  gradient: (ir, { attributes: { factors } }, dy) => ({
    x: () => ir.channelAffine({ x: dy }, { factors, offsets: factors.map(() => 0) }),
  }),
  run: ({ x }, attributes) => {
    if (hasKernel(channelScale)) {
      const [factors, offsets] = [tf.tensor1d([...attributes.factors]), tf.tensor1d([...attributes.offsets])];
      return tf.engine().runKernel<tf.Tensor>(channelScale, { x, factors, offsets });
    }
    const scaled = scales(attributes) ? tf.mul(x, tf.tensor1d([...attributes.factors])) : x;
    return shifts(attributes) ? tf.add(scaled, tf.tensor1d([...attributes.offsets])) : scaled;
  },
};
