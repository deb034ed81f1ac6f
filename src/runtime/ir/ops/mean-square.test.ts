import { random, scalar, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp(
  'meanSquare',
  [[7, 5, 3], [9, 4], [11], [], [131, 67]].map((shape, seed) =>
    opCase({
      title: `[${shape}]`,
      inputs: { x: random(shape, seed + 1) },
      build: (ir, given) => ir.meanSquare(given),
      expected: ({ x }) => scalar(sumOf(x.data.length, index => (x.data[index] ?? 0) ** 2) / x.data.length),
      flops: 2 * shape.reduce((product, extent) => product * extent, 1),
    }),
  ),
);

proveWorkspace('meanSquare', { x: [67, 45, 8] }, (ir, given) => ir.meanSquare(given));
