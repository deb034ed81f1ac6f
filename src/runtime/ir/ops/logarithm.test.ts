import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';

proveOp('logarithm', [
  opCase({
    title: 'five by three',
    inputs: { x: random([5, 3], 1, 0.5, 4) },
    build: (ir, given) => ir.logarithm(given),
    expected: ({ x }) => each(x, Math.log),
    flops: 15,
  }),
]);
