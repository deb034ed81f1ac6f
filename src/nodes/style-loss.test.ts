import { describe, expect, test } from 'vitest';
import { applyEdits } from '../graph/apply.ts';
import { validate } from '../graph/validate.ts';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { nodeKinds } from './registry.ts';
import { styleLoss } from './style-loss.ts';
import {
  type Given,
  givenOf,
  inferAlone,
  leafOf,
  lossesOf,
  lowerAlone,
  meanSquare,
  termsOf,
} from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { gatys, startingFrom } from './testing/graphs.ts';
import { trialFacts } from './testing/trial.ts';

onWasm();

const given = givenOf({ picture: [4, 4], target: [4, 4] });

const lowered = (params = {}, numbers: Given = given) =>
  lowerAlone(
    styleLoss,
    ir => ({
      statistics: { type: 'statistics', layers: { relu1_1: leafOf(ir, numbers, 'picture') } },
      target: { type: 'statistics', layers: { relu1_1: leafOf(ir, numbers, 'target') } },
    }),
    params,
  ).leaving;

const [picture, target] = [given.picture?.data ?? [], given.target?.data ?? []];
const distance = meanSquare(Array.from(picture, (value, at) => value - (target[at] ?? 0)));

describe('the style loss', () => {
  test('R7 is the mean squared difference of the statistics, divided by the target’s mean square where balanced', async () => {
    expect((await lossesOf(lowered({ balance: false }), given)).relu1_1).toBeCloseTo(distance, 5);
    expect((await lossesOf(lowered(), given)).relu1_1).toBeCloseTo(distance / meanSquare(target), 5);
  });

  test('R8 is finite where the target is silent', async () => {
    const silent = { ...given, target: { shape: [4, 4], data: new Float64Array(16) } };
    const { relu1_1 = Number.NaN } = await lossesOf(lowered({}, silent), silent);
    expect(Number.isFinite(relu1_1)).toBe(true);
  });

  test('R3 has one weight for all and one for each layer, both live', () => {
    const [term] = termsOf(lowered());
    expect(term).toMatchObject({
      name: 'relu1_1',
      weights: [
        { node: 'alone', param: 'weight' },
        { node: 'alone', param: 'weights', entry: 'relu1_1' },
      ],
    });
  });

  test('R7 its gradient with respect to the picture is that of the loss', async () => {
    for (const balance of [true, false]) {
      const graph = startingFrom('sample:start-9x7', {
        content: 'sample:content-9x7',
        style: 'sample:style-11x6',
        layers: ['relu1_1', 'conv2_1'],
        styleLoss: { balance, weight: 100, weights: { relu1_1: 0.25 } },
        optimiser: oneStep,
      });
      await expectTrueGradient(graph, 'sample:start-9x7');
    }
  });
});

const wire = (layers: readonly string[], statistic = 'gram/positions', from = 'narrow/max/zero') =>
  ({
    type: 'statistics',
    from,
    statistic,
    layers: Object.fromEntries(layers.map(layer => [layer, [4, 4]])),
  }) as const;

describe('style is not compared', () => {
  test('with statistics of another kind', () => {
    const refused = inferAlone(styleLoss, {
      statistics: wire(['relu1_1']),
      target: wire(['relu1_1'], 'gram/positions-and-channels'),
    });
    const reason = message('stack.other-statistic', {
      one: 'gram/positions',
      other: 'gram/positions-and-channels',
    });
    expect(refused).toEqual({ ok: false, reason: { reason, port: 'target' } });
  });

  test('with those of another encoder', () => {
    const refused = inferAlone(styleLoss, {
      statistics: wire(['relu1_1']),
      target: wire(['relu1_1'], 'gram/positions', 'other/max/zero'),
    });
    expect(refused).toMatchObject({
      ok: false,
      reason: { reason: message('stack.other-encoder'), port: 'statistics' },
    });
  });

  test('at layers that the picture’s taps lack; the fix, two nodes up, makes the graph valid', () => {
    const { nodes, ...rest } = gatys({ layers: ['relu1_1', 'relu2_1', 'relu3_1'] });
    const { pictureTaps } = nodes;
    if (!pictureTaps) throw new Error('There are no taps.');
    const fewer = { ...pictureTaps, params: { layers: ['relu1_1', 'relu2_2'] } };
    const document = { ...rest, nodes: { ...nodes, pictureTaps: fewer } };
    const refused = validate(document, nodeKinds, trialFacts);
    if (refused.ok) throw new Error('It was not refused.');
    const [problem, ...others] = refused.reason;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ node: 'styleLoss', port: 'statistics', reason: { id: 'stack.missing' } });
    const mended = applyEdits(document, problem?.fix?.edits ?? []);
    expect(mended.ok && validate(mended.value, nodeKinds, trialFacts).ok).toBe(true);
    expect(mended.ok && mended.value.nodes.pictureTaps?.params.layers).toEqual([
      'relu1_1',
      'relu2_2',
      'relu2_1',
      'relu3_1',
    ]);
  });
});

test('the picture may be of any size, and its taps may have more layers', () => {
  const inferred = inferAlone(styleLoss, {
    statistics: wire(['relu1_1', 'relu2_1']),
    target: wire(['relu2_1']),
  });
  expect(inferred).toEqual({ ok: true, value: { loss: { type: 'loss', terms: ['relu2_1'] } } });
});
