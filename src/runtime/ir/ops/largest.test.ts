import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('largest', [
  opCase({
    title: 'the one of each row',
    inputs: { x: random([9, 14], 1) },
    build: (ir, given) => ir.largest(given),
    expected: ({ x }) =>
      made([9, 14], (i = 0, j = 0) => {
        const row = Array.from({ length: 14 }, (_, k) => at(x, i, k));
        return Number(at(x, i, j) === Math.max(...row));
      }),
    gradients: [],
    flops: 9 * 14,
  }),
  opCase({
    title: 'times the row itself: the maximum of each row, and its gradient',
    inputs: { x: random([6, 8], 1) },
    build: (ir, { x }) =>
      ir.matmul({
        a: ir.multiply({ a: ir.largest({ x }), b: x }),
        b: ir.fill({}, { shape: [8, 1], value: 1 }),
      }),
    expected: ({ x }) =>
      made([6, 1], (i = 0) => Math.max(...Array.from({ length: 8 }, (_, k) => at(x, i, k)))),
  }),
]);

proveWorkspace('largest', { x: [300, 200] }, (ir, given) => ir.largest(given));
