import { describe, expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { contentLoss } from './content-loss.ts';
import { givenOf, inferAlone, leafOf, lossesOf, lowerAlone, meanSquare, termsOf } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { startingFrom } from './testing/graphs.ts';

onWasm();

const given = givenOf({ picture: [5, 7, 3], target: [5, 7, 3], deep: [2, 3, 6], deepTarget: [2, 3, 6] });

const lowered = (params = {}) =>
  lowerAlone(
    contentLoss,
    ir => ({
      features: {
        type: 'features',
        layers: { relu1_1: leafOf(ir, given, 'picture'), relu2_1: leafOf(ir, given, 'deep') },
      },
      target: {
        type: 'features',
        layers: { relu1_1: leafOf(ir, given, 'target'), relu2_1: leafOf(ir, given, 'deepTarget') },
      },
    }),
    params,
  ).leaving;

const numbers = (name: string) => [...(given[name]?.data ?? [])];
const distance = (a: string, b: string) =>
  meanSquare(numbers(a).map((value, at) => value - (numbers(b)[at] ?? 0)));

describe('the content loss', () => {
  test('R7 is the mean squared difference of the features, layer by layer', async () => {
    const losses = await lossesOf(lowered({ balance: false }), given);
    expect(losses.relu1_1).toBeCloseTo(distance('picture', 'target'), 5);
    expect(losses.relu2_1).toBeCloseTo(distance('deep', 'deepTarget'), 5);
  });

  test('R7 balanced, it is divided by the mean square of the target', async () => {
    const losses = await lossesOf(lowered(), given);
    expect(losses.relu1_1).toBeCloseTo(distance('picture', 'target') / meanSquare(numbers('target')), 5);
    expect(losses.relu2_1).toBeCloseTo(distance('deep', 'deepTarget') / meanSquare(numbers('deepTarget')), 5);
  });

  test('R3 has one weight for all and one for each layer, both live', () => {
    expect(termsOf(lowered()).map(({ weights }) => weights)).toEqual(
      ['relu1_1', 'relu2_1'].map(entry => [
        { node: 'alone', param: 'weight' },
        { node: 'alone', param: 'weights', entry },
      ]),
    );
  });

  test('R7 its gradient with respect to the picture is that of the loss', async () => {
    for (const balance of [true, false]) {
      const graph = startingFrom('sample:start-9x7', { content: 'sample:content-9x7', optimiser: oneStep });
      const { contentLoss: node, styleLoss } = graph.nodes;
      if (!node || !styleLoss) throw new Error('The graph has no losses.');
      const nodes = {
        ...graph.nodes,
        contentLoss: { ...node, params: { weight: 50, balance } },
        styleLoss: { ...styleLoss, params: { weight: 0 } },
      };
      await expectTrueGradient({ ...graph, nodes }, 'sample:start-9x7');
    }
  });
});

const wire = (
  layers: Readonly<Record<string, readonly [number, number, number]>>,
  from = 'narrow/max/zero',
) => ({ type: 'features', from, layers }) as const;

describe('content is not compared', () => {
  test('at layers that the picture’s taps lack; the fix adds them', () => {
    const refused = inferAlone(contentLoss, {
      features: wire({ relu1_1: [5, 7, 4] }),
      target: wire({ relu2_1: [2, 3, 6], relu1_1: [5, 7, 4], relu3_1: [1, 1, 8] }),
    });
    const layers = 'relu2_1, relu3_1';
    expect(refused).toEqual({
      ok: false,
      reason: {
        reason: message('stack.missing', { layers, count: 2 }),
        port: 'features',
        fix: {
          label: message('stack.tap-too', { layers }),
          port: 'features',
          param: 'layers',
          value: ['relu1_1', 'relu2_1', 'relu3_1'],
        },
      },
    });
  });

  test('with the features of another encoder', () => {
    const refused = inferAlone(contentLoss, {
      features: wire({ relu1_1: [5, 7, 4] }),
      target: wire({ relu1_1: [5, 7, 4] }, 'narrow/average/zero'),
    });
    expect(refused).toMatchObject({
      ok: false,
      reason: { reason: message('stack.other-encoder'), port: 'features' },
    });
  });

  test('with a picture of another size', () => {
    const refused = inferAlone(contentLoss, {
      features: wire({ relu1_1: [5, 7, 4] }),
      target: wire({ relu1_1: [5, 8, 4] }),
    });
    const reason = message('stack.other-size', { layer: 'relu1_1', picture: '7×5', target: '8×5' });
    expect(refused).toEqual({ ok: false, reason: { reason, port: 'target' } });
  });
});

test('layers that only the picture has are no fault: the same taps serve other losses', () => {
  const inferred = inferAlone(contentLoss, {
    features: wire({ relu1_1: [5, 7, 4], relu2_1: [2, 3, 6] }),
    target: wire({ relu2_1: [2, 3, 6] }),
  });
  expect(inferred).toEqual({ ok: true, value: { loss: { type: 'loss', terms: ['relu2_1'] } } });
});
