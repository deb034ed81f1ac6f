import { expect, test } from 'vitest';
import { random } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('reshape', [
  opCase({
    title: 'a picture as a matrix',
    inputs: { x: random([7, 5, 3], 1) },
    build: (ir, given) => ir.reshape(given, { shape: [35, 3] }),
    expected: ({ x }) => ({ shape: [35, 3], data: x.data }),
    flops: 0,
  }),
]);

test('it is nothing where the shape stays, and two are one', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 6], hash: 'x' });
  const cube = ir.reshape({ x }, { shape: [3, 2, 2] });
  expect(ir.reshape({ x }, { shape: [2, 6] })).toBe(x);
  expect(ir.reshape({ x: cube }, { shape: [2, 6] })).toBe(x);
  expect(ir.reshape({ x: cube }, { shape: [12] })).toBe(ir.reshape({ x }, { shape: [12] }));
  expect(() => ir.reshape({ x }, { shape: [5] })).toThrow('different numbers');
});
