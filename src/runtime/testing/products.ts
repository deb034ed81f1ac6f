/** Products of all small shapes, to hold a backend's against loops in double precision. */
import type { Tensor } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { ops } from '../ir/ops/index.ts';
import { type Numbers, random } from './numbers.ts';

const upTo = (max: number) => fc.integer({ min: 1, max });

export const productCases = fc
  .record({ rows: upTo(300), terms: upTo(90), columns: upTo(90), seed: fc.nat(1e6) })
  .map(({ rows, terms, columns, seed }) => ({
    a: random([rows, terms], seed),
    b: random([terms, columns], seed + 1),
  }));

const featuresOf = (most: { readonly side: number; readonly channels: number }) =>
  fc
    .record({
      height: upTo(most.side),
      width: upTo(most.side),
      channels: upTo(most.channels),
      seed: fc.nat(1e6),
    })
    .map(({ height, width, channels, seed }) => random([height, width, channels], seed));

/** Of one block of channels, and some ranges of positions. */
export const gramCases = featuresOf({ side: 30, channels: 40 });

/** Of several blocks of channels. */
export const wideGramCases = featuresOf({ side: 4, channels: 400 });

/** The largest error of the backend that is open, as a part of the root of the sum's terms. */
export function productError({ a, b }: { readonly a: Numbers; readonly b: Numbers }): number {
  const [rows = 0, terms = 0] = a.shape;
  const [, columns = 0] = b.shape;
  const computed = computedBy(() => ops.matmul.run({ a: tensorOf(a), b: tensorOf(b) }, {}, [rows, columns]));
  return errorOf(computed, terms, at => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < terms; k++) sum += (a.data[i * terms + k] ?? 0) * (b.data[k * columns + j] ?? 0);
    return sum;
  });
}

export function gramError(features: Numbers): number {
  const channels = features.shape[2] ?? 0;
  const positions = features.data.length / channels;
  return errorOf(gramOf(features), positions, at => {
    const [i, j] = [Math.floor(at / channels), at % channels];
    let sum = 0;
    for (let k = 0; k < features.data.length; k += channels) {
      sum += (features.data[k + i] ?? 0) * (features.data[k + j] ?? 0);
    }
    return 2 * sum;
  });
}

/** With a divisor of ½. */
export function gramOf(features: Numbers): Float32Array {
  const channels = features.shape[2] ?? 0;
  return computedBy(() =>
    ops.gram.run({ features: tensorOf(features) }, { divisor: 0.5 }, [channels, channels]),
  );
}

const tensorOf = ({ shape, data }: Numbers): Tensor => tf.tensor(Float32Array.from(data), [...shape]);

const computedBy = (run: () => Tensor): Float32Array => tf.tidy(() => run().dataSync<'float32'>());

function errorOf(computed: Float32Array, terms: number, expected: (at: number) => number): number {
  let error = 0;
  for (let at = 0; at < computed.length; at++) {
    error = Math.max(error, Math.abs(expected(at) - (computed[at] ?? Number.NaN)));
  }
  return error / Math.sqrt(terms);
}
