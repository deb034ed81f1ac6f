import { both, each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('reluGradient', [
  opCase({
    title: 'where the output is 0, nothing comes back',
    inputs: { dy: random([7, 5, 3], 1), y: each(random([7, 5, 3], 2), value => Math.max(0, value)) },
    build: (ir, given) => ir.reluGradient(given),
    expected: given => both(given.dy, given.y, (dy, y) => (y > 0 ? dy : 0)),
    gradients: [],
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('reluGradient', { dy: [67, 45, 8], y: [67, 45, 8] }, (ir, given) => ir.reluGradient(given));
