import { expect, test } from 'vitest';
import { decimated } from './decimate.ts';

const smooth = Array.from({ length: 10_000 }, (_, i) => 1 / (i + 1));

test('a short curve stays as it is', () => {
  expect(decimated(4, [[3, 2, 2, 1]], 100)).toEqual([0, 1, 2, 3]);
});

test('a long curve becomes short, in order, with both its ends', () => {
  const kept = decimated(smooth.length, [smooth, smooth], 600);
  expect(kept.length).toBeLessThanOrEqual(600);
  expect(kept[0]).toBe(0);
  expect(kept.at(-1)).toBe(9999);
  expect([...kept].sort((a, b) => a - b)).toEqual(kept);
  expect(new Set(kept).size).toBe(kept.length);
});

test('a peak of a single point is never lost, whichever curve has it', () => {
  const spiked = smooth.with(7777, 50);
  const dip = smooth.with(3333, -1);
  const kept = decimated(smooth.length, [spiked, dip], 400);
  expect(kept).toContain(7777);
  expect(kept).toContain(3333);
});

test('a curve with gaps is read around them', () => {
  const gap = smooth.map((value, i) => (i < 5000 ? null : value));
  const kept = decimated(gap.length, [gap], 200);
  expect(kept).toContain(5000);
});
