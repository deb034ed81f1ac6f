import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const cut = { whole: [7, 5], at: [2, 1], size: [4, 3] } as const;

proveOp('crop', [
  opCase({
    title: 'the middle',
    inputs: { x: random([7, 5, 3], 1) },
    build: (ir, given) => ir.crop(given, { ...cut, adjoint: false }),
    expected: ({ x }) => made([4, 3, 3], (i = 0, j = 0, c = 0) => at(x, i + 2, j + 1, c)),
    flops: 0,
  }),
  opCase({
    title: 'a corner, one channel',
    inputs: { x: random([6, 4, 1], 1) },
    build: (ir, given) => ir.crop(given, { whole: [6, 4], at: [5, 3], size: [1, 1], adjoint: false }),
    expected: ({ x }) => made([1, 1, 1], () => at(x, 5, 3, 0)),
  }),
  opCase({
    title: 'put back, zeros around',
    inputs: { x: random([4, 3, 2], 1) },
    build: (ir, given) => ir.crop(given, { ...cut, adjoint: true }),
    expected: ({ x }) => made([7, 5, 2], (i = 0, j = 0, c = 0) => at(x, i - 2, j - 1, c)),
  }),
]);

for (const adjoint of [false, true]) {
  proveWorkspace(`crop, adjoint ${adjoint}`, { x: adjoint ? [60, 40, 8] : [67, 45, 8] }, (ir, given) =>
    ir.crop(given, { whole: [67, 45], at: [3, 2], size: [60, 40], adjoint }),
  );
}

test('the whole is the picture itself, and nothing outside of it is cut', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [4, 4, 3], hash: 'x' });
  expect(ir.crop({ x }, { whole: [4, 4], at: [0, 0], size: [4, 4], adjoint: false })).toBe(x);
  expect(() => ir.crop({ x }, { whole: [4, 4], at: [2, 0], size: [3, 4], adjoint: false })).toThrow(
    'does not fit',
  );
});
