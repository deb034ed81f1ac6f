import { expect, test } from 'vitest';
import { convolve } from './one-convolution.ts';

test('the sum is that of nine products for each channel, and the bias', () => {
  // Two channels: the first enters as 1…9 and is weighed by ones, the second as ones weighed by −1…−9.
  const input = Float32Array.from({ length: 18 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : 1));
  const weights = Float32Array.from({ length: 18 }, (_, i) => (i % 2 === 0 ? 1 : -(i + 1) / 2));
  const { contributions, sum, rectified } = convolve({ input, weights, bias: -2 });
  expect(contributions.map(({ channel, sum }) => [channel, sum])).toEqual([
    [0, 45],
    [1, -45],
  ]);
  expect(contributions[0]?.input).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sum).toBe(-2);
  expect(rectified).toBe(0);
});

test('what adds or takes away the most comes first', () => {
  const weights = new Float32Array(27);
  weights.set([0.5, -3, 1]);
  const { contributions } = convolve({ input: new Float32Array(27).fill(1), weights, bias: 0 });
  expect(contributions.map(({ sum }) => sum)).toEqual([-3, 1, 0.5]);
});
