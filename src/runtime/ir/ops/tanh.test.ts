import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('tanh', [
  opCase({
    title: 'numbers of both signs',
    inputs: { x: random([7, 5, 3], 1, -3, 3) },
    build: (ir, given) => ir.tanh(given),
    expected: given => each(given.x, Math.tanh),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('tanh', { x: [67, 45, 8] }, (ir, given) => ir.tanh(given));
