import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const from = (k: number, fewer: number, more: number) => Math.floor(((k + 0.5) * fewer) / more);

proveOp('nearest', [
  opCase({
    title: 'rows of a picture, fewer',
    inputs: { x: random([7, 5, 3], 1) },
    build: (ir, given) => ir.nearest(given, { axis: 0, from: 7, to: 3, adjoint: false }),
    expected: ({ x }) => made([3, 5, 3], (k = 0, j = 0, c = 0) => at(x, from(k, 7, 3), j, c)),
    flops: 0,
  }),
  opCase({
    title: 'columns of a picture, fewer',
    inputs: { x: random([5, 8, 3], 1) },
    build: (ir, given) => ir.nearest(given, { axis: 1, from: 8, to: 5, adjoint: false }),
    expected: ({ x }) => made([5, 5, 3], (i = 0, k = 0, c = 0) => at(x, i, from(k, 8, 5), c)),
  }),
  opCase({
    title: 'columns of a matrix, more',
    inputs: { x: random([3, 4], 1) },
    build: (ir, given) => ir.nearest(given, { axis: 1, from: 4, to: 11, adjoint: false }),
    expected: ({ x }) => made([3, 11], (i = 0, k = 0) => at(x, i, from(k, 4, 11))),
  }),
  opCase({
    title: 'back from fewer',
    inputs: { x: random([3, 5, 2], 1) },
    build: (ir, given) => ir.nearest(given, { axis: 0, from: 7, to: 3, adjoint: true }),
    expected: ({ x }) =>
      made([7, 5, 2], (i = 0, j = 0, c = 0) =>
        [0, 1, 2].reduce((sum, k) => sum + (from(k, 7, 3) === i ? at(x, k, j, c) : 0), 0),
      ),
  }),
]);

proveWorkspace('nearest', { x: [60, 50, 8] }, (ir, given) =>
  ir.nearest(given, { axis: 0, from: 60, to: 40, adjoint: false }),
);
proveWorkspace('nearest, back from fewer', { x: [40, 50, 8] }, (ir, given) =>
  ir.nearest(given, { axis: 0, from: 60, to: 40, adjoint: true }),
);
proveWorkspace('nearest, back from more', { x: [9, 4000] }, (ir, given) =>
  ir.nearest(given, { axis: 1, from: 1100, to: 4000, adjoint: true }),
);

test('as many as there are, it is the picture itself; others than there are, it is refused', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [4, 5, 3], hash: 'x' });
  expect(ir.nearest({ x }, { axis: 1, from: 5, to: 5, adjoint: false })).toBe(x);
  expect(() => ir.nearest({ x }, { axis: 0, from: 5, to: 3, adjoint: false })).toThrow('is not 5 to 3');
});
