import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { givenOf, inferAlone, leafOf, lowerAlone, termsOf } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { startingFrom } from './testing/graphs.ts';
import { eventOf, paintAll } from './testing/trial.ts';
import { weightedSum } from './weighted-sum.ts';

onWasm();

const loss = (...terms: string[]) => ({ type: 'loss', terms }) as const;

test('every term keeps its name, behind that of its slot', () => {
  const inferred = inferAlone(weightedSum, {
    terms: { content: loss('relu4_2'), style: loss('relu1_1', 'relu2_1') },
  });
  const terms = ['content/relu4_2', 'style/relu1_1', 'style/relu2_1'];
  expect(inferred).toEqual({ ok: true, value: { loss: { type: 'loss', terms } } });
});

test('a sum of nothing is refused', () => {
  const refused = inferAlone(weightedSum, { terms: {} });
  expect(refused).toEqual({ ok: false, reason: { reason: message('sum.empty'), port: 'terms' } });
});

test('R3 each term gets the live weight of its slot besides those that it has', () => {
  const given = givenOf({ a: [], b: [] });
  const own = { node: 'content', param: 'weight' };
  const { leaving } = lowerAlone(weightedSum, ir => ({
    terms: {
      content: { type: 'loss', terms: [{ name: 'relu4_2', value: leafOf(ir, given, 'a'), weights: [own] }] },
      other: { type: 'loss', terms: [{ name: 'variation', value: leafOf(ir, given, 'b'), weights: [] }] },
    },
  }));
  expect(termsOf(leaving).map(({ name, weights }) => ({ name, weights }))).toEqual([
    { name: 'content/relu4_2', weights: [own, { node: 'alone', param: 'weights', entry: 'content' }] },
    { name: 'other/variation', weights: [{ node: 'alone', param: 'weights', entry: 'other' }] },
  ]);
});

const weighted = (weights: Readonly<Record<string, number>>) => {
  const graph = startingFrom('sample:start-9x7', {
    content: 'sample:content-9x7',
    style: 'sample:style-11x6',
    optimiser: oneStep,
  });
  const { total } = graph.nodes;
  if (!total) throw new Error('The graph has no sum.');
  return { ...graph, nodes: { ...graph.nodes, total: { ...total, params: { weights } } } };
};

test('R7 the total is the sum of the terms, each times the weights on its way', async () => {
  const { terms, total } = eventOf(await paintAll(weighted({ content: 0.5, style: 3 })), 'iteration');
  const expected = { content: 0.5, style: 3 * 10, variation: 1 };
  for (const { name, weight } of terms) expect(weight).toBe(Reflect.get(expected, name.replace(/\/.*/, '')));
  expect(total).toBeCloseTo(
    terms.reduce((sum, { value, weight }) => sum + value * weight, 0),
    9,
  );
});

test('R7 the gradient is that of the weighted sum', async () => {
  await expectTrueGradient(weighted({ content: 0.5, style: 3, variation: 20 }), 'sample:start-9x7');
});
