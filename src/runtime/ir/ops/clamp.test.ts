import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('clamp', [
  opCase({
    title: 'a picture beyond its range',
    inputs: { x: random([7, 5, 3], 1, -1, 2) },
    build: (ir, given) => ir.clamp(given, { low: 0, high: 1 }),
    expected: given => each(given.x, value => Math.min(1, Math.max(0, value))),
    flops: 2 * 7 * 5 * 3,
  }),
]);

proveWorkspace('clamp', { x: [67, 45, 8] }, (ir, given) => ir.clamp(given, { low: 0, high: 1 }));
