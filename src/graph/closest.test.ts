import { expect, test } from 'vitest';
import { closest } from './closest.ts';

const names = ['style', 'content', 'taps', 'out', 'gram-matrix'];

test('a slip finds the word that was meant', () => {
  expect(closest('stlye', names)).toBe('style');
  expect(closest('Content', names)).toBe('content');
  expect(closest('tap', names)).toBe('taps');
  expect(closest('grammatrix', names)).toBe('gram-matrix');
});

test('another word finds none', () => {
  expect(closest('encoder', names)).toBeUndefined();
  expect(closest('in', names)).toBeUndefined();
  expect(closest('', names)).toBeUndefined();
  expect(closest('x'.repeat(10_000), names)).toBeUndefined();
});
