import { expect, test } from 'vitest';
import { both, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('add', [
  opCase({
    title: 'features',
    inputs: { a: random([7, 5, 3], 1), b: random([7, 5, 3], 2) },
    build: (ir, given) => ir.add(given),
    expected: given => both(given.a, given.b, (a, b) => a + b),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('add', { a: [67, 45, 8], b: [67, 45, 8] }, (ir, given) => ir.add(given));

test('adding a constant is affine, and adding nothing is nothing', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [2, 3], hash: 'a' });
  const constant = (value: number) => ir.fill({}, { shape: [2, 3], value });
  expect(ir.add({ a, b: constant(0) })).toBe(a);
  expect(ir.add({ a: constant(0), b: a })).toBe(a);
  expect(ir.add({ a, b: constant(3) })).toBe(ir.affine({ x: a }, { factor: 1, offset: 3 }));
  expect(() => ir.add({ a, b: ir.image({ shape: [3, 2], hash: 'b' }) })).toThrow('differ');
});
