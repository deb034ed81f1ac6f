import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { gramMatrix } from './gram-matrix.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { startingFrom } from './testing/graphs.ts';
import { validated } from './testing/trial.ts';

onWasm();

test('R6 a Gram matrix has a row and a column for each channel, whatever the size of the picture', () => {
  const layers = { relu1_1: [9, 14, 4], relu2_1: [4, 7, 6] } as const;
  const inferred = inferAlone(gramMatrix, { features: { type: 'features', from: 'vgg', layers } });
  expect(inferred).toEqual({
    ok: true,
    value: {
      gram: {
        type: 'statistics',
        from: 'vgg',
        statistic: 'gram/positions',
        layers: { relu1_1: [4, 4], relu2_1: [6, 6] },
      },
    },
  });
});

test.each([
  ['positions', 5 * 7],
  ['positions-and-channels', 5 * 7 * 3],
])(
  'R7 divided by %s it is the sum over all positions of the products of two channels',
  async (divisor, count) => {
    const given = givenOf({ features: [5, 7, 3] });
    const { leaving } = lowerAlone(
      gramMatrix,
      ir => ({ features: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'features') } } }),
      { divisor },
    );
    const { features = scalar(0) } = given;
    expectClose(
      await computed(layersOf(leaving, 'gram').relu1_1, given),
      made(
        [3, 3],
        (a, b) =>
          sumOf(
            35,
            p => at(features, Math.floor(p / 7), p % 7, a) * at(features, Math.floor(p / 7), p % 7, b),
          ) / count,
      ),
    );
  },
);

test('statistics with different divisors are told apart, so nobody compares them', () => {
  const [one, other] = ['positions', 'positions-and-channels'].map(divisor =>
    inferAlone(gramMatrix, { features: { type: 'features', from: 'vgg', layers: {} } }, { divisor }),
  );
  expect(other).not.toEqual(one);
});

test('R7 its gradient within a whole loss is that of the loss, with either divisor', async () => {
  const graph = startingFrom('sample:start-9x7', {
    content: 'sample:content-9x7',
    style: 'sample:style-11x6',
    optimiser: oneStep,
    styleLoss: { balance: false, weight: 300 },
  });
  await expectTrueGradient(graph, 'sample:start-9x7');
  const divided = { kind: 'gram-matrix', version: 1, params: { divisor: 'positions-and-channels' } };
  const position = { x: 0, y: 0 };
  const nodes = { styleGram: { ...divided, position }, pictureGram: { ...divided, position } };
  const other = { ...graph, nodes: { ...graph.nodes, ...nodes } };
  expect(validated(other).params.styleGram).toEqual({ divisor: 'positions-and-channels' });
  await expectTrueGradient(other, 'sample:start-9x7');
});
