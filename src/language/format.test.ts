import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatFlops, formatLoss, formatShape } from './format.ts';

test('amounts have three digits that mean something', () => {
  expect([0, 20, 999, 1000, 48_160_000, 999_600, 3.7e9].map(formatBytes)).toEqual([
    '0 B',
    '20 B',
    '999 B',
    '1.00 kB',
    '48.2 MB',
    '1.00 MB',
    '3.70 GB',
  ]);
  expect(formatFlops(1.3e13)).toBe('13.0 TFLOP');
});

test('losses are shown however small or large they are', () => {
  expect([0, 1, 0.4821, 31.44, 1534, 1e-5, 2.187e6, -0.5].map(formatLoss)).toEqual([
    '0',
    '1.00',
    '0.482',
    '31.4',
    '1534',
    '1.00e-5',
    '2.19e+6',
    '-0.500',
  ]);
});

test('durations are read like a clock', () => {
  expect([0.2, 7, 65, 3723, -1].map(formatDuration)).toEqual(['0:00', '0:07', '1:05', '1:02:03', '0:00']);
});

test('shapes are sides', () => {
  expect([[171, 256, 3], []].map(formatShape)).toEqual(['171×256×3', '1']);
});
