import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test('a percentile is one of the times, and no more than its share of them is larger', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(hundred, 95)).toBe(95);
  expect(percentile(hundred, 100)).toBe(100);
  expect(percentile([8, 2, 5], 95)).toBe(8);
  expect(percentile([8, 2, 5], 50)).toBe(5);
  expect(percentile([8, 2, 5], 0)).toBe(2);
  expect(percentile([], 95)).toBeNaN();
});
