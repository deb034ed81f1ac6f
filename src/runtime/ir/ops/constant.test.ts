import { expect, test } from 'vitest';
import { made } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('constant', [
  opCase({
    title: 'a matrix, row by row',
    inputs: {},
    build: ir => ir.constant({}, { shape: [2, 3], numbers: [1, 2, 3, 4, 5, 6.5] }),
    expected: () => made([2, 3], (i = 0, j = 0) => [1, 2, 3, 4, 5, 6.5][3 * i + j] ?? 0),
    flops: 0,
  }),
]);

test('as many numbers as the shape holds, or none at all', () => {
  const { ir } = new Program();
  expect(() => ir.constant({}, { shape: [2, 2], numbers: [1, 2, 3] })).toThrow('3 numbers for [2,2]');
});
