import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { covariance } from './covariance.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectTrueGradient } from './testing/check-gradient.ts';
import { startImage, statisticGraph } from './testing/loss-graph.ts';

onWasm();

test('R6 it has a row and a column for each channel, and is not taken for a Gram matrix', () => {
  const layers = { relu1_1: [9, 14, 4] } as const;
  const inferred = inferAlone(covariance, { features: { type: 'features', from: 'vgg', layers } });
  expect(inferred).toEqual({
    ok: true,
    value: {
      covariance: { type: 'statistics', from: 'vgg', statistic: 'covariance', layers: { relu1_1: [4, 4] } },
    },
  });
});

test('R7 it is the mean product of two channels’ distances from their means', async () => {
  const given = givenOf({ features: [5, 7, 3] });
  const { leaving } = lowerAlone(covariance, ir => ({
    features: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'features') } },
  }));
  const { features = scalar(0) } = given;
  const of = (p: number, c: number) => at(features, Math.floor(p / 7), p % 7, c);
  const mean = (c: number) => sumOf(35, p => of(p, c)) / 35;
  expectClose(
    await computed(layersOf(leaving, 'covariance').relu1_1, given),
    made([3, 3], (a = 0, b = 0) => sumOf(35, p => (of(p, a) - mean(a)) * (of(p, b) - mean(b))) / 35),
  );
});

test('R7 its gradient within a whole loss is that of the loss', async () => {
  await expectTrueGradient(statisticGraph('covariance', 'covariance', { weight: 10 }), startImage);
});
