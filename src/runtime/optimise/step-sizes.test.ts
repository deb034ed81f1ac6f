import { expect, test } from 'vitest';
import { constantStepSize, type StepSizes, stepSizeAt } from './step-sizes.ts';

const factors = (sizes: StepSizes, count: number, of = count) =>
  Array.from({ length: count }, (_, at) => stepSizeAt(sizes, at + 1, of));

test('constant, the step size stays what it is', () => {
  expect(factors(constantStepSize, 5)).toEqual([1, 1, 1, 1, 1]);
});

test('a cosine begins at the whole, is half way down in the middle, and ends at what is to be left', () => {
  const cosine = factors({ course: 'cosine', decay: 0.2, every: 1, warmUp: 0 }, 101);
  expect(cosine[0]).toBe(1);
  expect(cosine[50]).toBeCloseTo(0.6, 12);
  expect(cosine[100]).toBeCloseTo(0.2, 12);
  for (const [at, factor] of cosine.entries()) expect(factor).toBeLessThanOrEqual(cosine[at - 1] ?? 1);
});

test('what is painted beyond the end keeps the last factor', () => {
  const cosine = { course: 'cosine', decay: 0.2, every: 1, warmUp: 0 } as const;
  expect(stepSizeAt(cosine, 500, 100)).toBeCloseTo(0.2, 12);
  expect(stepSizeAt(cosine, 1, 1)).toBe(1);
});

test('by steps it falls by its factor every so many iterations', () => {
  const steps = factors({ course: 'steps', decay: 0.5, every: 2, warmUp: 0 }, 6);
  expect(steps).toEqual([1, 1, 0.5, 0.5, 0.25, 0.25]);
});

test('a warm-up grows evenly to the whole, and the course begins where it ends', () => {
  const steps = factors({ course: 'steps', decay: 0.5, every: 2, warmUp: 3 }, 7);
  expect(steps).toEqual([0.25, 0.5, 0.75, 1, 1, 0.5, 0.5]);
  const cosine = factors({ course: 'cosine', decay: 0, every: 1, warmUp: 3 }, 14);
  expect(cosine[3]).toBe(1);
  expect(cosine[13]).toBeCloseTo(0, 12);
});
