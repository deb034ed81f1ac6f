import { expect, test } from 'vitest';
import { random } from '../../testing/numbers.ts';
import { opCase, proveOp } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('after', [
  opCase({
    title: 'itself, whatever it waits for',
    inputs: { x: random([3, 2, 2], 1), first: random([4], 2) },
    build: (ir, given) => ir.after(given, { turn: 1 }),
    expected: ({ x }) => x,
    gradients: ['x'],
    flops: 0,
  }),
]);

test('R1 what is to be made again is another value, and the same as what else is made again', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [4, 4, 3], hash: 'x' });
  const again = ir.relu({ x: ir.after({ x }, { turn: 1 }) });
  expect(again).not.toBe(ir.relu({ x }));
  expect(again).toBe(ir.relu({ x: ir.after({ x }, { turn: 1 }) }));
});
