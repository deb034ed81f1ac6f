import { expect, test } from 'vitest';
import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

proveOp('clamp', [
  opCase({
    title: 'a picture beyond its range',
    inputs: { x: random([7, 5, 3], 1, -1, 2) },
    build: (ir, given) => ir.clamp(given, { low: 0, high: 1 }),
    expected: given => each(given.x, value => Math.min(1, Math.max(0, value))),
    flops: 2 * 7 * 5 * 3,
  }),
]);

proveWorkspace('clamp', { x: [67, 45, 8] }, (ir, given) => ir.clamp(given, { low: 0, high: 1 }));

test('a picture that its step has kept within the range is not clamped again', () => {
  const { ir } = new Program();
  const vector = (hash: string) => ir.image({ shape: [2, 3, 3], hash });
  const [step, correction, epsilon] = ['step', 'correction', 'epsilon'].map(name =>
    ir.live({ node: 'a', name }),
  );
  if (!step || !correction || !epsilon) throw new Error('There are no scalars.');
  const inputs = { x: vector('x'), m: vector('m'), v: vector('v'), step, correction, epsilon };
  const within = ir.adamStep(inputs, { range: [0, 1] });
  expect(ir.clamp({ x: within }, { low: 0, high: 1 })).toBe(within);
  expect(ir.clamp({ x: within }, { low: 0.1, high: 1 })).not.toBe(within);
  const free = ir.adamStep(inputs, { range: null });
  expect(ir.clamp({ x: free }, { low: 0, high: 1 })).not.toBe(free);
});
