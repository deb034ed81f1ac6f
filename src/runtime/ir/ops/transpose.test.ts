import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

// With 256 rows wasm takes another way.
proveOp(
  'transpose',
  [
    [7, 5],
    [256, 3],
  ].map(([rows = 0, columns = 0]) =>
    opCase({
      title: `[${rows}, ${columns}]`,
      inputs: { x: random([rows, columns], 1) },
      build: (ir, given) => ir.transpose(given),
      expected: ({ x }) => made([columns, rows], (i = 0, j = 0) => at(x, j, i)),
      gradients: rows > 7 ? [] : ['x'],
      flops: 0,
    }),
  ),
);

proveWorkspace('transpose', { x: [512, 45] }, (ir, given) => ir.transpose(given));

test('transposed twice it is what it was', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 3], hash: 'x' });
  expect(ir.transpose({ x: ir.transpose({ x }) })).toBe(x);
});
