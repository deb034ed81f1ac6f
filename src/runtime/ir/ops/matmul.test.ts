import { expect, test } from 'vitest';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('matmul', [
  opCase({
    title: '[7, 5] with [5, 9]',
    inputs: { a: random([7, 5], 1), b: random([5, 9], 2) },
    build: (ir, given) => ir.matmul(given),
    expected: ({ a, b }) => made([7, 9], (i = 0, j = 0) => sumOf(5, k => at(a, i, k) * at(b, k, j))),
    flops: 2 * 7 * 5 * 9,
  }),
  opCase({
    title: 'so many terms that they are taken in parts',
    inputs: { a: random([3, 9000], 1), b: random([9000, 2], 2) },
    build: (ir, given) => ir.matmul(given),
    expected: ({ a, b }) => made([3, 2], (i = 0, j = 0) => sumOf(9000, k => at(a, i, k) * at(b, k, j))),
    gradients: [],
  }),
  opCase({
    title: 'the same numbers as the right factor under two shapes',
    inputs: { x: random([6, 10], 1), a: random([4, 6], 2), b: random([4, 15], 3) },
    build: (ir, { x, a, b }) =>
      ir.add({
        a: ir.reshape({ x: ir.matmul({ a, b: x }) }, { shape: [4, 2, 5] }),
        b: ir.reshape(
          {
            x: ir.matmul({
              a: ir.matmul({ a: b, b: ir.reshape({ x }, { shape: [15, 4] }) }),
              b: ir.fill({}, { shape: [4, 10], value: 0.5 }),
            }),
          },
          { shape: [4, 2, 5] },
        ),
      }),
    expected: ({ x, a, b }) =>
      made([4, 2, 5], (i = 0, j = 0, l = 0) => {
        const first = sumOf(6, k => at(a, i, k) * at(x, k, 5 * j + l));
        const second = sumOf(15, k => at(b, i, k) * sumOf(4, m => x.data[4 * k + m] ?? 0));
        return first + 0.5 * second;
      }),
  }),
]);

proveWorkspace('matmul of a tall factor', { a: [16, 9000], b: [9000, 16] }, (ir, given) => ir.matmul(given));
proveWorkspace('matmul', { a: [367, 45], b: [45, 64] }, (ir, given) => ir.matmul(given));

test('factors that do not fit are refused', () => {
  const { ir } = new Program();
  const a = ir.image({ shape: [2, 3], hash: 'a' });
  expect(() => ir.matmul({ a, b: a })).toThrow('do not fit');
});
