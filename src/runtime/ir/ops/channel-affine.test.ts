import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const factors = [0.5, 2, -3];
const offsets = [1, 0, -0.25];

proveOp('channelAffine', [
  opCase({
    title: 'a picture',
    inputs: { x: random([7, 5, 3], 1) },
    build: (ir, given) => ir.channelAffine(given, { factors, offsets }),
    expected: ({ x }) =>
      made([7, 5, 3], (i = 0, j = 0, c = 0) => at(x, i, j, c) * (factors[c] ?? 0) + (offsets[c] ?? 0)),
    flops: 2 * 7 * 5 * 3,
  }),
]);

proveWorkspace('channelAffine', { x: [167, 45, 3] }, (ir, given) =>
  ir.channelAffine(given, { factors, offsets }),
);

test('it is nothing where it changes nothing, and wants a number for each channel', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 2, 2], hash: 'x' });
  expect(ir.channelAffine({ x }, { factors: [1, 1], offsets: [0, 0] })).toBe(x);
  expect(() => ir.channelAffine({ x }, { factors, offsets })).toThrow('3 factors');
});
