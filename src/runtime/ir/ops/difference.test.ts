import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const axes = [0, 1] as const;

proveOp('difference', [
  ...axes.map(axis =>
    opCase({
      title: `axis ${axis}`,
      inputs: { x: random([7, 5, 3], 1) },
      build: (ir, given) => ir.difference(given, { axis, adjoint: false }),
      expected: ({ x }) =>
        made(
          axis === 0 ? [6, 5, 3] : [7, 4, 3],
          (i = 0, j = 0, c = 0) => at(x, i + (axis === 0 ? 1 : 0), j + axis, c) - at(x, i, j, c),
        ),
    }),
  ),
  ...axes.map(axis =>
    opCase({
      title: `adjoint, axis ${axis}`,
      inputs: { x: random([7, 5, 3], 1) },
      build: (ir, given) => ir.difference(given, { axis, adjoint: true }),
      expected: ({ x }) =>
        made(
          axis === 0 ? [8, 5, 3] : [7, 6, 3],
          (i = 0, j = 0, c = 0) => at(x, i - (axis === 0 ? 1 : 0), j - axis, c) - at(x, i, j, c),
        ),
    }),
  ),
]);

for (const adjoint of [false, true]) {
  proveWorkspace(`difference, adjoint ${adjoint}`, { x: [67, 45, 8] }, (ir, given) =>
    ir.difference(given, { axis: 1, adjoint }),
  );
}

test('a single row has no differences', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [1, 4, 3], hash: 'x' });
  expect(() => ir.difference({ x }, { axis: 0, adjoint: false })).toThrow('no neighbours');
});
