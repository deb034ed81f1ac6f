import { expect, test } from 'vitest';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { gradientsOf } from '../differentiate.ts';
import { Program } from '../program.ts';

proveOp(
  'gram',
  [
    [7, 5, 3],
    [9, 11, 4],
    [16, 16, 3],
  ].map(([h = 0, w = 0, c = 0]) =>
    opCase({
      title: `[${h}, ${w}, ${c}]`,
      inputs: { features: random([h, w, c], 1) },
      build: (ir, given) => ir.gram(given, { divisor: h * w }),
      expected: ({ features }) =>
        made(
          [c, c],
          (k = 0, l = 0) =>
            sumOf(h, i => sumOf(w, j => at(features, i, j, k) * at(features, i, j, l))) / (h * w),
        ),
      gradients: h < 16 ? ['features'] : [],
      flops: (2 * h * w + 1) * c * c,
    }),
  ),
);

proveOp('the loss on Gram matrices', [
  opCase({
    title: 'whose gradient is known to be symmetric',
    inputs: { features: random([5, 3, 4], 1), style: random([3, 5, 4], 2) },
    build: (ir, { features, style }) => {
      const target = ir.gram({ features: style }, { divisor: 15 });
      return ir.meanSquare({ x: ir.subtract({ a: ir.gram({ features }, { divisor: 15 }), b: target }) });
    },
    expected: ({ features, style }) => {
      const gram = (of: typeof features, k: number, l: number) =>
        sumOf(15, at => (of.data[4 * at + k] ?? 0) * (of.data[4 * at + l] ?? 0)) / 15;
      const squares = sumOf(16, at => (gram(features, at >> 2, at & 3) - gram(style, at >> 2, at & 3)) ** 2);
      return made([], () => squares / 16);
    },
  }),
]);

for (const features of [
  [67, 45, 8],
  [131, 97, 16],
]) {
  proveWorkspace(`gram of [${features}]`, { features }, (ir, given) => ir.gram(given, { divisor: 99 }));
}

test('the gradient of a loss on Gram matrices transposes none of them', () => {
  const program = new Program();
  const { ir } = program;
  const features = ir.image({ shape: [5, 3, 4], hash: 'features' });
  const target = ir.gram({ features: ir.image({ shape: [3, 5, 4], hash: 'style' }) }, { divisor: 15 });
  const loss = ir.meanSquare({
    x: ir.subtract({ a: ir.gram({ features }, { divisor: 15 }), b: target }),
  });
  gradientsOf(program, loss, [features]);
  expect(program.values.map(({ op }) => op.name)).not.toContain('transpose');
});
