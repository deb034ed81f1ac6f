import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { meanAndDeviation } from './mean-and-deviation.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectTrueGradient } from './testing/check-gradient.ts';
import { startImage, statisticGraph } from './testing/loss-graph.ts';

onWasm();

test('R6 it has two rows and a column for each channel, whatever the size of the picture', () => {
  const layers = { relu1_1: [9, 14, 4], relu2_1: [4, 7, 6] } as const;
  const inferred = inferAlone(meanAndDeviation, { features: { type: 'features', from: 'vgg', layers } });
  const shapes = { relu1_1: [2, 4], relu2_1: [2, 6] };
  const statistic = 'mean-and-deviation';
  expect(inferred).toEqual({
    ok: true,
    value: { moments: { type: 'statistics', from: 'vgg', statistic, layers: shapes } },
  });
});

test('R7 the first row is the mean of each channel, the second its standard deviation', async () => {
  const given = givenOf({ features: [5, 7, 3] });
  const { leaving } = lowerAlone(meanAndDeviation, ir => ({
    features: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'features') } },
  }));
  const { features = scalar(0) } = given;
  const of = (p: number, c: number) => at(features, Math.floor(p / 7), p % 7, c);
  const mean = (c: number) => sumOf(35, p => of(p, c)) / 35;
  const deviation = (c: number) => Math.sqrt(sumOf(35, p => (of(p, c) - mean(c)) ** 2) / 35 + 1e-5);
  expectClose(
    await computed(layersOf(leaving, 'moments').relu1_1, given),
    made([2, 3], (row, c = 0) => (row === 0 ? mean(c) : deviation(c))),
  );
});

test('R8 a channel that does not vary has a deviation that is finite', async () => {
  const given = { features: made([5, 7, 3], () => 13.7) };
  const { leaving } = lowerAlone(meanAndDeviation, ir => ({
    features: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'features') } },
  }));
  const { data } = await computed(layersOf(leaving, 'moments').relu1_1, given);
  expect(data.every(Number.isFinite)).toBe(true);
  expect(data[3]).toBeLessThan(0.05);
});

test('R7 its gradient within a whole loss is that of the loss', async () => {
  const graph = statisticGraph('mean-and-deviation', 'moments', { weight: 10 });
  await expectTrueGradient(graph, startImage);
});
