import { expect, test } from 'vitest';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('mixChannels', [
  ...[
    [7, 5, 3, 3],
    [6, 4, 5, 9],
  ].map(([h = 0, w = 0, c = 0, d = 0]) =>
    opCase({
      title: `[${h}, ${w}, ${c}] with [${c}, ${d}]`,
      inputs: { x: random([h, w, c], 1), by: random([c, d], 2) },
      build: (ir, given) => ir.mixChannels(given),
      expected: ({ x, by }) =>
        made([h, w, d], (i = 0, j = 0, l = 0) => sumOf(c, k => at(x, i, j, k) * at(by, k, l))),
      flops: 2 * h * w * c * d,
    }),
  ),
  ...[
    [7, 5, 3, 3],
    [9, 11, 8, 70],
  ].map(([h = 0, w = 0, c = 0, d = 0]) =>
    opCase({
      title: `[${h}, ${w}, ${c}] with [${c}, ${d}] and something added`,
      inputs: { x: random([h, w, c], 1), by: random([c, d], 2), plus: random([h, w, d], 3) },
      build: (ir, given) => ir.mixChannels(given),
      expected: ({ x, by, plus }) =>
        made(
          [h, w, d],
          (i = 0, j = 0, l = 0) => at(plus, i, j, l) + sumOf(c, k => at(x, i, j, k) * at(by, k, l)),
        ),
      gradients: d < 9 ? ['x', 'by', 'plus'] : [],
      flops: (2 * c + 1) * h * w * d,
    }),
  ),
]);

proveWorkspace('mixChannels', { x: [67, 45, 8], by: [8, 8], plus: [67, 45, 8] }, (ir, given) =>
  ir.mixChannels(given),
);

test('what is added to it is added while its sums are written', () => {
  const { ir } = new Program();
  const leaf = (hash: string, ...shape: number[]) => ir.image({ shape, hash });
  const [x, by, other] = [leaf('x', 2, 3, 4), leaf('by', 4, 5), leaf('other', 2, 3, 5)];
  const mixed = ir.mixChannels({ x, by });
  const sum = ir.mixChannels({ x, by, plus: other });
  expect(ir.add({ a: mixed, b: other })).toBe(sum);
  expect(ir.add({ a: other, b: mixed })).toBe(sum);
  expect(ir.add({ a: sum, b: other }).op.name).toBe('add');
});
