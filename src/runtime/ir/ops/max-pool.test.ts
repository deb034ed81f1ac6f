import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp(
  'maxPool',
  [
    [7, 5, 3],
    [6, 4, 3],
    [9, 11, 4],
  ].map(([h = 0, w = 0, channels = 0]) =>
    opCase({
      title: `[${h}, ${w}, ${channels}]`,
      inputs: { x: random([h, w, channels], 1) },
      build: (ir, given) => ir.maxPool(given),
      expected: ({ x }) =>
        made([h >> 1, w >> 1, channels], (i = 0, j = 0, c = 0) =>
          Math.max(
            at(x, 2 * i, 2 * j, c),
            at(x, 2 * i, 2 * j + 1, c),
            at(x, 2 * i + 1, 2 * j, c),
            at(x, 2 * i + 1, 2 * j + 1, c),
          ),
        ),
      flops: 3 * (h >> 1) * (w >> 1) * channels,
    }),
  ),
);

proveWorkspace('maxPool', { x: [67, 45, 8] }, (ir, given) => ir.maxPool(given));
