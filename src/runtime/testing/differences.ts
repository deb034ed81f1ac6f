import { expect } from 'vitest';
import type { Numbers } from './numbers.ts';
import type { OpCase } from './prove.ts';

/** float32 has seven digits; a sum of a few hundred numbers in another order costs two of them. */
const tolerance = 1e-5;

/** Each number within a hundred-thousandth of the largest: what float32 can promise of sums that cancel. */
export function expectClose(computed: Numbers | undefined, expected: Numbers): void {
  expect(computed?.shape).toEqual(expected.shape);
  const largest = expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const wrong = [...expected.data].flatMap((value, index) => {
    const actual = computed?.data[index] ?? Number.NaN;
    return Math.abs(actual - value) <= tolerance * largest ? [] : [{ index, actual, expected: value }];
  });
  expect(wrong).toEqual([]);
}

/**
 * Far below any distance between a random input and a kink (of a ReLU, of two numbers that compete for a
 * maximum), and far above what double precision rounds.
 */
const step = 1e-6;

/** The gradient of Σ weights · expected(inputs) with respect to one input, by the formula alone. */
export function centralDifferences(
  { expected, inputs }: OpCase<string>,
  by: string,
  weights: Numbers,
): Numbers {
  const input = inputs[by];
  if (!input) throw new Error(`There is no input ${by}.`);
  const lossAt = (index: number, change: number) => {
    const data = Float64Array.from(input.data);
    data[index] = (data[index] ?? 0) + change;
    const output = expected({ ...inputs, [by]: { shape: input.shape, data } });
    return output.data.reduce((loss, value, at) => loss + value * (weights.data[at] ?? 0), 0);
  };
  const data = input.data.map((_, index) => (lossAt(index, step) - lossAt(index, -step)) / (2 * step));
  return { shape: input.shape, data };
}
