/** Tensors combined number by number, of lengths that no vector and no piece of work divides, to hold against plain loops. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { ops } from '../ir/ops/index.ts';
import { type Numbers, random } from './numbers.ts';

type Operation = 'add' | 'subtract' | 'multiply' | 'divide';

const formulas: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

export interface Combination {
  readonly operation: Operation;
  readonly a: Numbers;
  readonly b: Numbers;
}

/** Most are short; the others are more than two pieces of work. */
export const combinationCases = fc
  .record({
    operation: fc.constantFrom<Operation>('add', 'subtract', 'multiply', 'divide'),
    count: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 70 }) }, fc.constant(70_003)),
    seed: fc.nat(1e6),
  })
  .map(
    ({ operation, count, seed }): Combination => ({
      operation,
      a: random([count], seed),
      b: random([count], seed + 1, 0.5, 2),
    }),
  );

/** By the backend that is open. */
export const combined = ({ operation, a, b }: Combination): Float32Array =>
  tf.tidy(() => ops[operation].run({ a: tensorOf(a), b: tensorOf(b) }, {}, a.shape).dataSync<'float32'>());

export const combinedInLoops = ({ operation, a, b }: Combination): Float32Array =>
  Float32Array.from(a.data, (value, at) => formulas[operation](value, b.data[at] ?? Number.NaN));

const tensorOf = ({ shape, data }: Numbers): tf.Tensor => tf.tensor(Float32Array.from(data), [...shape]);
