import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('squareRoot', [
  opCase({
    title: 'positive numbers',
    inputs: { x: random([7, 5, 3], 1, 0.1, 4) },
    build: (ir, given) => ir.squareRoot(given),
    expected: given => each(given.x, Math.sqrt),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('squareRoot', { x: [67, 45, 8] }, (ir, given) => ir.squareRoot(given));
