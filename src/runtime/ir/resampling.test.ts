import { describe, expect, test } from 'vitest';
import { type Filter, resamplingMatrix, transposed } from './resampling.ts';

const filters: readonly Filter[] = ['bilinear', 'bicubic', 'area'];
const rowsOf = (matrix: Float32Array, columns: number): number[][] =>
  Array.from({ length: matrix.length / columns }, (_, row) => [
    ...matrix.slice(row * columns, (row + 1) * columns),
  ]);

describe.each(filters)('resampling with %s', filter => {
  test.each([
    [7, 10],
    [10, 7],
    [1, 5],
    [5, 1],
    [128, 181],
    [300, 64],
  ])('from %i to %i keeps a constant: every row sums to 1', (from, to) => {
    for (const row of rowsOf(resamplingMatrix(from, to, filter), from)) {
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
    }
  });

  test('to the same size changes nothing', () => {
    for (const [at, row] of rowsOf(resamplingMatrix(6, 6, filter), 6).entries()) {
      expect(row).toEqual(row.map((_, column) => (column === at ? 1 : 0)));
    }
  });
});

test('bilinear to twice the size mixes neighbours 3 to 1, and repeats the edge', () => {
  expect(rowsOf(resamplingMatrix(3, 6, 'bilinear'), 3)).toEqual([
    [1, 0, 0],
    [0.75, 0.25, 0],
    [0.25, 0.75, 0],
    [0, 0.75, 0.25],
    [0, 0.25, 0.75],
    [0, 0, 1],
  ]);
});

test('bicubic to twice the size has the weights of Catmull and Rom', () => {
  const [, , , , row = []] = rowsOf(resamplingMatrix(5, 10, 'bicubic'), 5);
  // A quarter of a pixel before pixel 2: w(1.75), w(0.75), w(0.25), w(1.25).
  expect(row).toEqual([-3 / 128, 29 / 128, 111 / 128, -9 / 128, 0]);
});

test('bilinear to half the size widens, so that every pixel counts', () => {
  expect(rowsOf(resamplingMatrix(6, 3, 'bilinear'), 6)[1]).toEqual([0, 1 / 8, 3 / 8, 3 / 8, 1 / 8, 0]);
});

test('area is the mean of what lies under the new pixel', () => {
  expect(rowsOf(resamplingMatrix(3, 2, 'area'), 3)).toEqual([
    [Math.fround(2 / 3), Math.fround(1 / 3), 0],
    [0, Math.fround(1 / 3), Math.fround(2 / 3)],
  ]);
});

test('transposed exchanges rows and columns', () => {
  expect([...transposed(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
});
