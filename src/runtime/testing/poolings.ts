/** Poolings of all small shapes, there and back, to hold a backend's against plain loops, to the last bit. */
import type { Tensor } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { ops } from '../ir/ops/index.ts';
import { each, type Numbers, random } from './numbers.ts';

const upTo = (max: number) => fc.integer({ min: 1, max });
const fromTwo = (max: number) => fc.integer({ min: 2, max });

export interface Pooling {
  readonly x: Numbers;
  readonly dy: Numbers;
}

/** Of few different numbers, none of them −0: many are equally large, and sums are exact in any order. */
export const poolingCases = fc
  .record({ height: fromTwo(19), width: fromTwo(19), channels: upTo(9), seed: fc.nat(1e6) })
  .map(
    ({ height, width, channels, seed }): Pooling => ({
      x: each(random([height, width, channels], seed), value => Math.round(2 * value) + 0),
      dy: random([Math.floor(height / 2), Math.floor(width / 2), channels], seed + 1),
    }),
  );

export interface Pooled {
  readonly largest: Float32Array;
  readonly largestBack: Float32Array;
  readonly mean: Float32Array;
  readonly meanBack: Float32Array;
}

/** By the backend that is open. */
export function pooled({ x, dy }: Pooling): Pooled {
  const { shape } = x;
  const by = (run: (input: Tensor, pulled: Tensor) => Tensor) =>
    tf.tidy(() => run(tensorOf(x), tensorOf(dy)).dataSync<'float32'>());
  return {
    largest: by(input => ops.maxPool.run({ x: input }, {}, dy.shape)),
    largestBack: by((input, pulled) => {
      const y = ops.maxPool.run({ x: input }, {}, dy.shape);
      return ops.maxPoolGradient.run({ dy: pulled, x: input, y }, {}, shape);
    }),
    mean: by(input => ops.averagePool.run({ x: input }, {}, dy.shape)),
    meanBack: by((_, pulled) => ops.averagePoolGradient.run({ dy: pulled }, { shape }, shape)),
  };
}

export function pooledInLoops({ x, dy }: Pooling): Pooled {
  const [, width = 0, channels = 0] = x.shape;
  const [, columns = 1] = dy.shape;
  const [largestBack, meanBack] = [new Float32Array(x.data.length), new Float32Array(x.data.length)];
  const [largest, mean] = [new Float32Array(dy.data.length), new Float32Array(dy.data.length)];
  for (const [at, pulled] of dy.data.entries()) {
    const [block, k] = [Math.floor(at / channels), at % channels];
    const corner = 2 * (Math.floor(block / columns) * width + (block % columns)) * channels + k;
    const places = [0, 1, width, width + 1].map(step => corner + step * channels);
    const numbers = places.map(place => x.data[place] ?? Number.NaN);
    largest[at] = Math.max(...numbers);
    mean[at] = numbers.reduce((sum, number) => sum + number, 0) / 4;
    largestBack[places[numbers.indexOf(Math.max(...numbers))] ?? -1] = pulled;
    for (const place of places) meanBack[place] = pulled / 4;
  }
  return { largest, largestBack, mean, meanBack };
}

const tensorOf = ({ shape, data }: Numbers): Tensor => tf.tensor(Float32Array.from(data), [...shape]);
