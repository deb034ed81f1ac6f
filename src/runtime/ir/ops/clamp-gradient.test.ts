import { both, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

const limits = { low: 0, high: 1 };
const x = made([5, 3], (i = 0, j = 0) => [-0.5, 0, 0.5, 1, 1.5][(i + j) % 5] ?? 0);

proveOp('clampGradient', [
  opCase({
    title: 'inside, on the limits and beyond them',
    inputs: { dy: random([5, 3], 1), x },
    build: (ir, given) => ir.clampGradient(given, limits),
    expected: given => both(given.dy, given.x, (dy, value) => (value >= 0 && value <= 1 ? dy : 0)),
    gradients: [],
    flops: 4 * 5 * 3,
  }),
]);

proveWorkspace('clampGradient', { dy: [67, 45, 8], x: [67, 45, 8] }, (ir, given) =>
  ir.clampGradient(given, limits),
);
