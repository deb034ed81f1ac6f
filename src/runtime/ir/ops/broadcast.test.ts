import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('broadcast', [
  opCase({
    title: 'a scalar',
    inputs: { x: random([], 1) },
    build: (ir, given) => ir.broadcast(given, { shape: [7, 5, 3] }),
    expected: ({ x }) => made([7, 5, 3], () => at(x)),
    flops: 0,
  }),
]);

proveWorkspace('broadcast', { x: [] }, (ir, given) => ir.broadcast(given, { shape: [67, 45, 8] }));

test('a constant scalar becomes a constant tensor', () => {
  const { ir } = new Program();
  const two = ir.fill({}, { shape: [], value: 2 });
  expect(ir.broadcast({ x: two }, { shape: [3, 4] })).toBe(ir.fill({}, { shape: [3, 4], value: 2 }));
});
