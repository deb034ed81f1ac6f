import { expect, test } from 'vitest';
import { byActivity, peakOf, rangeOf } from './channel-activity.ts';

test('the most active channel comes first, equals stay in order', () => {
  const ranked = byActivity(Float32Array.of(1, 3, 3, 0), Float32Array.of(9, 4, 5, 0));
  expect(ranked.map(({ channel }) => channel)).toEqual([1, 2, 0, 3]);
  expect(ranked[2]).toEqual({ channel: 0, mean: 1, largest: 9 });
});

test('a peak is the first of the largest numbers, also where all are negative', () => {
  expect(peakOf({ shape: [2, 3], data: Float32Array.of(-5, -2, -3, -9, -2, -4) })).toEqual({
    row: 0,
    column: 1,
    value: -2,
  });
});

test('one scale for all has 0 in it', () => {
  const channel = (...data: number[]) => ({ shape: [1, data.length], data: Float32Array.from(data) });
  expect(rangeOf([channel(1, 2), channel(4, 3)])).toEqual([0, 4]);
  expect(rangeOf([channel(1, 2), channel(-7)])).toEqual([-7, 2]);
});
