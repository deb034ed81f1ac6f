import { expect, test } from 'vitest';
import { looksLikeRange, readRange } from './range.ts';

test('even steps and even factors, both ends included, in numbers that a label can show', () => {
  expect(readRange('lin(0,1,5)')).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(readRange('lin(3, 1, 3)')).toEqual([3, 2, 1]);
  expect(readRange('log(1,1000,4)')).toEqual([1, 10, 100, 1000]);
  expect(readRange('log(1e-2,1,3)')).toEqual([0.01, 0.1, 1]);
  expect(readRange('lin(0,1,4)')).toEqual([0, 0.333333, 0.666667, 1]);
});

test('what is no range is none', () => {
  for (const text of [
    'lin(1,2)',
    'lin(1,2,3,4)',
    'lin(,2,3)',
    'lin(1,2,1)',
    'lin(1,2,2.5)',
    'lin(1,2,100000)',
    'lin(a,2,3)',
    'lin(1,Infinity,3)',
    'log(0,10,3)',
    'log(-1,-10,3)',
    'exp(1,2,3)',
    'lin(1,2,3',
  ]) {
    expect(readRange(text), text).toBeUndefined();
  }
  expect(['lin(1,2)', 'log (1', '1e3', 'linear'].map(looksLikeRange)).toEqual([true, true, false, false]);
});
