import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('relu', [
  opCase({
    title: 'features',
    inputs: { x: random([7, 5, 3], 1) },
    build: (ir, given) => ir.relu(given),
    expected: given => each(given.x, value => Math.max(0, value)),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('relu', { x: [67, 45, 8] }, (ir, given) => ir.relu(given));
