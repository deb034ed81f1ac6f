import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { gradientsOf } from '../differentiate.ts';
import { Program } from '../program.ts';

const positions = (row: readonly number[]) =>
  row.map((_, position) => position).sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);

proveOp('order', [
  opCase({
    title: 'rows of negative and positive numbers',
    inputs: { x: random([4, 131], 1, -5, 5) },
    build: (ir, given) => ir.order(given),
    expected: ({ x }) => {
      const rows = Array.from({ length: 4 }, (_, i) =>
        positions(Array.from({ length: 131 }, (_, j) => at(x, i, j))),
      );
      return made([4, 131], (i = 0, j = 0) => rows[i]?.[j] ?? -1);
    },
    gradients: [],
    flops: Math.ceil(4 * 131 * Math.log2(131)),
  }),
  opCase({
    title: 'a single column',
    inputs: { x: random([3, 1], 1) },
    build: (ir, given) => ir.order(given),
    expected: () => made([3, 1], () => 0),
    gradients: [],
  }),
]);

proveWorkspace('order', { x: [16, 3000] }, (ir, given) => ir.order(given));

test('nothing flows back through it: an order does not change by a little', () => {
  const program = new Program();
  const x = program.ir.image({ shape: [2, 3], hash: 'x' });
  const loss = program.ir.sum({ x: program.ir.order({ x }) });
  const [gradient] = gradientsOf(program, loss, [x]);
  expect([gradient?.op.name, gradient?.attributes.value]).toEqual(['fill', 0]);
});
