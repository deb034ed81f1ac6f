import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp(
  'averagePoolGradient',
  [
    [6, 4, 3],
    [7, 4, 3],
    [6, 5, 3],
    [9, 11, 4],
  ].map(([h = 0, w = 0, channels = 0]) =>
    opCase({
      title: `[${h}, ${w}, ${channels}]`,
      inputs: { dy: random([h >> 1, w >> 1, channels], 1) },
      build: (ir, given) => ir.averagePoolGradient(given, { shape: [h, w, channels] }),
      expected: ({ dy }) => made([h, w, channels], (i = 0, j = 0, c = 0) => at(dy, i >> 1, j >> 1, c) / 4),
      gradients: [],
      flops: (h >> 1) * (w >> 1) * channels,
    }),
  ),
);

for (const shape of [
  [66, 44, 8],
  [67, 45, 8],
]) {
  proveWorkspace(`averagePoolGradient to [${shape}]`, { dy: [33, 22, 8] }, (ir, given) =>
    ir.averagePoolGradient(given, { shape }),
  );
}
