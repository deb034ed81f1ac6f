import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';

proveOp('exponential', [
  opCase({
    title: 'five by three',
    inputs: { x: random([5, 3], 1, -3, 1) },
    build: (ir, given) => ir.exponential(given),
    expected: ({ x }) => each(x, Math.exp),
    flops: 15,
  }),
]);
