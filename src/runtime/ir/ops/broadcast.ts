/** A scalar in every element of a tensor. */
import * as tf from '@tensorflow/tfjs-core';
import { constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { bytes, type Shape } from '../value.ts';

export interface BroadcastAttributes {
  readonly shape: Shape;
  readonly [name: string]: Shape;
}

export const broadcast: Op<'x', BroadcastAttributes> = {
  name: 'broadcast',
  version: 1,
  shape: (_, { shape }) => shape,
  flops: () => 0,
  workspace: (_, __, output) => bytes(output),
  simplify: (ir, { x }, { shape }) => {
    const value = constantOf(x);
    if (value !== undefined) return ir.fill({}, { shape, value });
    return shape.length === 0 ? x : undefined;
  },
  gradient: (ir, _, dy) => ({ x: () => ir.sum({ x: dy }) }),
  // tfjs' own broadcastTo takes a hundred times as long on wasm.
  run: ({ x }, { shape }) => tf.mul(tf.ones([...shape]), x),
};
