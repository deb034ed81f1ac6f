import { expect, test } from 'vitest';
import { both, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('subtract', [
  opCase({
    title: 'features',
    inputs: { a: random([7, 5, 3], 1), b: random([7, 5, 3], 2) },
    build: (ir, given) => ir.subtract(given),
    expected: given => both(given.a, given.b, (a, b) => a - b),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('subtract', { a: [67, 45, 8], b: [67, 45, 8] }, (ir, given) => ir.subtract(given));

test('a constant on either side is affine', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [2, 3], hash: 'a' });
  const constant = (value: number) => ir.fill({}, { shape: [2, 3], value });
  expect(ir.subtract({ a, b: constant(0) })).toBe(a);
  expect(ir.subtract({ a: constant(3), b: a })).toBe(ir.affine({ x: a }, { factor: -1, offset: 3 }));
});
