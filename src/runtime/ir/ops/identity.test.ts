import { made } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';

proveOp('identity', [
  opCase({
    title: 'five by five',
    inputs: {},
    build: ir => ir.identity({}, { size: 5 }),
    expected: () => made([5, 5], (i, j) => Number(i === j)),
    flops: 0,
  }),
]);
