import { expect, test } from 'vitest';
import { nearestStop, placeOf, stopsOf } from './timeline-scale.ts';

const checkpoints = [1, 2, 3, 4, 5, 7, 9, 200].map(iteration => ({ iteration, id: `${iteration}` }));

test('the beginning, where a painting changes most, has the most room', () => {
  expect(placeOf(0, 200)).toBe(0);
  expect(placeOf(50, 200)).toBe(0.5);
  expect(placeOf(200, 200)).toBe(1);
  expect(placeOf(300, 200)).toBe(1);
});

test('the stops are the checkpoints that lie behind, and now', () => {
  expect(stopsOf(checkpoints, 7).map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 7]);
  expect(stopsOf(checkpoints, 7).at(-1)?.id).toBeUndefined();
});

test('the pointer takes the nearest stop', () => {
  const stops = stopsOf(checkpoints, 100);
  expect(nearestStop(stops, placeOf(4.2, 200), 200)?.iteration).toBe(4);
  expect(nearestStop(stops, 1, 200)?.iteration).toBe(100);
  expect(nearestStop([], 0.5, 200)).toBeUndefined();
});
