import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('turned', [
  opCase({
    title: 'a kernel',
    inputs: { kernel: random([3, 3, 4, 5], 1) },
    build: (ir, given) => ir.turned(given),
    expected: ({ kernel }) =>
      made([3, 3, 5, 4], (p = 0, q = 0, d = 0, c = 0) => at(kernel, 2 - p, 2 - q, c, d)),
    gradients: [],
    flops: 0,
  }),
]);

proveWorkspace('turned', { kernel: [3, 3, 32, 64] }, (ir, given) => ir.turned(given));
