import { expect, test } from 'vitest';
import { both, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('multiply', [
  opCase({
    title: 'features',
    inputs: { a: random([7, 5, 3], 1), b: random([7, 5, 3], 2) },
    build: (ir, given) => ir.multiply(given),
    expected: given => both(given.a, given.b, (a, b) => a * b),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('multiply', { a: [67, 45, 8], b: [67, 45, 8] }, (ir, given) => ir.multiply(given));

test('multiplying by a constant is affine, and by one it is nothing', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [2, 3], hash: 'a' });
  const constant = (value: number) => ir.fill({}, { shape: [2, 3], value });
  expect(ir.multiply({ a, b: constant(1) })).toBe(a);
  expect(ir.multiply({ a: constant(3), b: a })).toBe(ir.affine({ x: a }, { factor: 3, offset: 0 }));
});
