import { expect, test } from 'vitest';
import { at, each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('scale', [
  opCase({
    title: 'features by a scalar',
    inputs: { x: random([7, 5, 3], 1), by: random([], 2) },
    build: (ir, given) => ir.scale(given),
    expected: ({ x, by }) => each(x, value => value * at(by)),
    flops: 7 * 5 * 3,
  }),
]);

proveWorkspace('scale', { x: [67, 45, 8], by: [] }, (ir, given) => ir.scale(given));

test('a constant scalar is affine; one live scalar times a constant is affine in it', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 3], hash: 'x' });
  const weight = ir.live({ node: 'loss', name: 'weight' });
  const constant = (value: number) => ir.fill({}, { shape: [], value });
  expect(ir.scale({ x, by: constant(1) })).toBe(x);
  expect(ir.scale({ x, by: constant(2) })).toBe(ir.affine({ x }, { factor: 2, offset: 0 }));
  expect(ir.scale({ x: constant(1), by: weight })).toBe(weight);
});
