import { expect, test } from 'vitest';
import { evaluate } from '../../execute/evaluate.ts';
import { describeEachBackend } from '../../testing/backends.ts';
import { Program } from '../program.ts';

const numbersOf = async (shape: readonly number[], seed: number): Promise<number[]> => {
  const { ir } = new Program();
  const [tensor] = evaluate([ir.noise({}, { shape, seed })], () => {
    throw new Error('Noise has no inputs.');
  });
  expect(tensor?.shape).toEqual(shape);
  return [...((await tensor?.data()) ?? [])];
};

/** Made once and written down: a picture that was saved with its seed must start the same for ever. */
const known = [1.7843296527862549, -1.0582339763641357];

describeEachBackend('noise', () => {
  test('R9 a seed gives the same numbers everywhere', async () => {
    expect(await numbersOf([2], 7)).toEqual(known);
    expect(await numbersOf([9, 11, 3], 7)).not.toEqual(await numbersOf([9, 11, 3], 8));
  });

  test('it is normal, with mean 0 and variance 1', async () => {
    const numbers = await numbersOf([101, 99, 3], 1);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(numbers))).toBeLessThan(0.02);
    expect(Math.abs(mean(numbers.map(value => value ** 2)) - 1)).toBeLessThan(0.03);
    // Kurtosis: a normal distribution's fourth moment is 3.
    expect(Math.abs(mean(numbers.map(value => value ** 4)) - 3)).toBeLessThan(0.15);
  });
});
