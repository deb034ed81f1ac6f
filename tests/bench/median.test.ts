import { expect, test } from 'vitest';
import { median } from './median.ts';

test('the median is the middle one, or half-way between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 2, 4, 100])).toBe(7);
  expect(median([3])).toBe(3);
  expect(median([])).toBeNaN();
});
