import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('concatenate', [
  opCase({
    title: 'rows of a picture, in the order of their names',
    inputs: { b: random([2, 4, 3], 1), a: random([3, 4, 3], 2), c: random([1, 4, 3], 3) },
    build: (ir, given) => ir.concatenate(given),
    expected: ({ a, b, c }) =>
      made([6, 4, 3], (row = 0, j = 0, k = 0) =>
        row < 3 ? at(a, row, j, k) : row < 5 ? at(b, row - 3, j, k) : at(c, row - 5, j, k),
      ),
    flops: 0,
  }),
  opCase({
    title: 'rows of a matrix',
    inputs: { a: random([2, 5], 1), b: random([4, 5], 2) },
    build: (ir, given) => ir.concatenate(given),
    expected: ({ a, b }) => made([6, 5], (row = 0, j = 0) => (row < 2 ? at(a, row, j) : at(b, row - 2, j))),
  }),
]);

proveWorkspace('concatenate', { a: [40, 30, 8], b: [25, 30, 8] }, (ir, given) => ir.concatenate(given));

test('what does not fit is refused, and one alone is itself', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [4, 4, 3], hash: 'a' });
  const b = ir.image({ shape: [4, 5, 3], hash: 'b' });
  expect(() => ir.concatenate({ a, b })).toThrow('concatenate');
  expect(ir.concatenate({ a })).toBe(a);
});
