import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('modulate', [
  opCase({
    title: 'a row of scales and one of shifts',
    inputs: { x: random([7, 5, 3], 1), scale: random([1, 3], 2), shift: random([1, 3], 3) },
    build: (ir, given) => ir.modulate(given),
    expected: ({ x, scale, shift }) =>
      made(x.shape, (i = 0, j = 0, c = 0) => at(x, i, j, c) * at(scale, 0, c) + at(shift, 0, c)),
    flops: 2 * 7 * 5 * 3,
  }),
]);

proveWorkspace('modulate', { x: [67, 45, 8], scale: [1, 8], shift: [1, 8] }, (ir, given) =>
  ir.modulate(given),
);
