import { made } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';

proveOp('fill', [
  opCase({
    title: 'a picture',
    inputs: {},
    build: ir => ir.fill({}, { shape: [7, 5, 3], value: 0.25 }),
    expected: () => made([7, 5, 3], () => 0.25),
    flops: 0,
  }),
]);
