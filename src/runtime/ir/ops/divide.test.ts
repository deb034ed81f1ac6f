import { expect, test } from 'vitest';
import { both, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('divide', [
  opCase({
    title: 'features',
    inputs: { a: random([7, 5, 3], 1), b: random([7, 5, 3], 2, 0.5, 2) },
    build: (ir, given) => ir.divide(given),
    expected: given => both(given.a, given.b, (a, b) => a / b),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('divide', { a: [67, 45, 8], b: [67, 45, 8] }, (ir, given) => ir.divide(given));

test('dividing by one is nothing', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [2, 3], hash: 'a' });
  expect(ir.divide({ a, b: ir.fill({}, { shape: [2, 3], value: 1 }) })).toBe(a);
});
