import { expect, test } from 'vitest';
import type { StepAccount } from '../../../runtime/compile/account.ts';
import { rowsOf } from './rows.ts';

const step = (
  op: string,
  nodes: readonly string[],
  shape: readonly number[],
  freedAfter?: number,
): StepAccount => ({
  op,
  nodes,
  shape,
  flops: 10,
  bytes: 4,
  alive: 0,
  ...(freedAfter !== undefined && { freedAfter }),
});

test('what the same nodes compute in the same shape is one row, freed when the last of it is', () => {
  const steps = [
    step('conv2d', ['taps'], [8, 8, 4], 1),
    step('relu', ['taps'], [8, 8, 4], 3),
    step('reshape', ['gram'], [64, 4], 3),
    step('gram', ['gram'], [4, 4]),
  ];
  const [first, second, ...more] = rowsOf({ steps, flops: 40, peakBytes: 0 });
  expect(more).toEqual([]);
  expect(first).toMatchObject({ nodes: ['taps'], flops: 20, bytes: 8, steps: [0, 1], freedBy: ['gram'] });
  expect([...(first?.ops ?? [])]).toEqual([
    ['conv2d', 1],
    ['relu', 1],
  ]);
  expect(second).not.toHaveProperty('freedBy');
});

test('the same op in another shape, or for others, has a row of its own', () => {
  const steps = [step('relu', ['a'], [8]), step('relu', ['a'], [4]), step('relu', ['a', 'b'], [8])];
  expect(rowsOf({ steps, flops: 0, peakBytes: 0 }).map(({ nodes, shape }) => [nodes, shape])).toEqual([
    [['a'], [8]],
    [['a'], [4]],
    [['a', 'b'], [8]],
  ]);
});
