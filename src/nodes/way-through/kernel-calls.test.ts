/** How often an iteration asks a kernel for something: at small sizes, that is what it costs. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { replaceKernel, type Undo } from '../../runtime/execute/backends/replace-kernel.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { paintAll, planOf } from '../testing/trial.ts';

onWasm();

let calls = 0;
let undo: readonly Undo[] = [];

beforeAll(() => {
  const names = tf.getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);
  undo = names.map(name =>
    replaceKernel<unknown, unknown>(name, 'wasm', original => call => {
      calls++;
      return original(call);
    }),
  );
});
afterAll(() => {
  for (const each of undo) each();
});

const callsOf = async (document: GraphDocument): Promise<number> => {
  calls = 0;
  expect((await paintAll(document)).at(-1)?.type).toBe('output');
  return calls;
};

test.each([
  ['Adam with its clamp', {}, {}],
  ['Adam with an average of the iterates', { averaging: 0.9, clamp: false }, {}],
  ['average pooling', {}, { pooling: 'average' }],
])(
  'on wasm every op of an iteration is one call, and a Gram matrix two: %s',
  async (_, optimiser, encoder) => {
    const graph = (iterations: number) => gatys({ optimiser: { ...optimiser, iterations }, encoder });
    const [stage] = planOf(graph(2)).stages;
    const ops = stage?.loop.steps.map(({ value }) => value.op.name) ?? [];
    const grams = ops.filter(name => name === 'gram').length;
    expect(grams).toBeGreaterThan(0);
    expect((await callsOf(graph(5))) - (await callsOf(graph(4)))).toBe(ops.length + grams);
  },
);

test('a step of Adam is three ops, its clamp included', () => {
  const [stage] = planOf(gatys({})).stages;
  expect(stage?.carried.map(({ name, next }) => [name, next.op.name])).toEqual([
    ['picture', 'adamStep'],
    ['m', 'movingAverage'],
    ['v', 'movingAverage'],
  ]);
  const ops = stage?.loop.steps.map(({ value }) => value.op.name);
  for (const gone of ['clamp', 'squareRoot', 'shift']) expect(ops).not.toContain(gone);
});
