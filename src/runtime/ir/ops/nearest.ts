/**
 * As many rows (axis 0) or columns (axis 1) as are wanted, each the nearest of those that are there: evenly
 * picked where they get fewer, repeated where they get more. y[k] = x[⌊(k + ½)·from/to⌋]. The adjoint adds
 * up what came from the same place.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { bytes, type Shape } from '../value.ts';

export interface NearestAttributes {
  readonly axis: 0 | 1;
  readonly from: number;
  readonly to: number;
  readonly adjoint: boolean;
  readonly [name: string]: number | boolean;
}

export const nearest: Op<'x', NearestAttributes> = {
  name: 'nearest',
  version: 1,
  shape: ({ x }, { axis, from, to, adjoint }) => {
    if (x[axis] !== (adjoint ? to : from)) {
      throw new RangeError(`nearest: [${x.join()}] is not ${from} to ${to} along ${axis}.`);
    }
    return along(x, axis, adjoint ? from : to);
  },
  flops: () => 0,
  workspace: ({ x }, { axis, from, to, adjoint }, output) => {
    if (!adjoint) return 4 * to;
    const padded = bytes(along(x, axis, to + 1));
    return padded + 4 * from + (to > from ? 2 * bytes(output) : 0);
  },
  simplify: (_, { x }, { from, to }) => (from === to ? x : undefined),
  gradient: (ir, { attributes }, dy) => ({
    x: () => ir.nearest({ x: dy }, { ...attributes, adjoint: !attributes.adjoint }),
  }),
  run: ({ x }, { axis, from, to, adjoint }) => {
    const taken = Int32Array.from({ length: to }, (_, k) => Math.floor(((k + 0.5) * from) / to));
    if (!adjoint) return tf.gather(x, tf.tensor1d(taken, 'int32'), axis);
    // One place more, of zeros, for all to which nothing (or nothing more) returns.
    const around = x.shape.map((_, at): [number, number] => [0, at === axis ? 1 : 0]);
    return freeing(tf.pad(x, around), padded => added(padded, axis, returning(taken, from, to)));
  },
};

const along = (shape: Shape, axis: number, extent: number): Shape =>
  shape.map((own, at) => (at === axis ? extent : own));

/** For each place the first that came from it, the second, and so on; `none` where there is no such. */
function returning(taken: Int32Array, from: number, none: number): Int32Array[] {
  const rounds: Int32Array[] = [];
  const met = new Int32Array(from);
  taken.forEach((place, k) => {
    const round = met[place] ?? 0;
    met[place] = round + 1;
    rounds[round] ??= new Int32Array(from).fill(none);
    rounds[round][place] = k;
  });
  return rounds;
}

function added(x: tf.Tensor, axis: number, rounds: readonly Int32Array[]): tf.Tensor {
  const round = (places: Int32Array) => tf.tidy(() => tf.gather(x, tf.tensor1d(places, 'int32'), axis));
  return rounds
    .slice(1)
    .reduce(
      (sum, places) => freeing(round(places), more => freeing(sum, so => tf.add(so, more))),
      round(rounds[0] ?? new Int32Array()),
    );
}
