import { expect, test } from 'vitest';
import { random, scalar, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp(
  'sum',
  [[7, 5, 3], [9, 4], [11], [131, 67]].map((shape, seed) =>
    opCase({
      title: `[${shape}]`,
      inputs: { x: random(shape, seed + 1) },
      build: (ir, given) => ir.sum(given),
      expected: ({ x }) => scalar(sumOf(x.data.length, index => x.data[index] ?? 0)),
    }),
  ),
);

proveWorkspace('sum', { x: [67, 45, 8] }, (ir, given) => ir.sum(given));

test('the sum of a scalar is the scalar', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [], hash: 'x' });
  expect(ir.sum({ x })).toBe(x);
});
