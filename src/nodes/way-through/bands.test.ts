/** Pictures in bands: the same picture, the same gradient, in less memory. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import type { Facts } from '../../graph/kind.ts';
import { build } from '../../graph/testing/build.ts';
import { success } from '../../language/result.ts';
import { ContentKeys } from '../../runtime/cache/content-keys.ts';
import type { Bands } from '../../runtime/compile/bands/bands.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { keyOf } from '../../runtime/ir/key.ts';
import { programKey } from '../../runtime/session/stage-key.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { nodeKinds } from '../registry.ts';
import { oneStep } from '../testing/check-gradient.ts';
import { gatys, together } from '../testing/graphs.ts';
import { featureLossGraph, lossGraph, startImage, statisticGraph } from '../testing/loss-graph.ts';
import { onlyStage } from '../testing/plans.ts';
import {
  eventOf,
  narrowEncoder,
  paintAll,
  planOf,
  trialFacts,
  trialResources,
  validated,
} from '../testing/trial.ts';

onWasm();

const graphs: Readonly<Record<string, GraphDocument>> = {
  'Gram matrices': statisticGraph('gram-matrix', 'gram'),
  'mean and deviation': statisticGraph('mean-and-deviation', 'moments'),
  covariance: statisticGraph('covariance', 'covariance'),
  'content loss': featureLossGraph({ kind: 'content-loss' }, true),
  'Wasserstein loss': featureLossGraph({ kind: 'wasserstein-loss' }),
  'sliced Wasserstein loss': featureLossGraph({ kind: 'sliced-wasserstein-loss', directions: 8 }),
  'histogram loss': featureLossGraph({ kind: 'histogram-loss' }),
  'Gaussian kernel loss': featureLossGraph({ kind: 'kernel-loss', samples: 5 }),
  'patch loss': featureLossGraph({ kind: 'patch-loss', samples: 6 }),
  'contextual loss': featureLossGraph({ kind: 'contextual-loss', samples: 5 }),
  'relaxed transport loss': featureLossGraph({ kind: 'relaxed-transport-loss', samples: 5 }),
  'self-similarity loss': featureLossGraph({ kind: 'self-similarity-loss', samples: 5 }, true),
  'activation of a channel': lossGraph({ kind: 'activation-loss', channel: 2 }),
  'activation of layers': lossGraph({ kind: 'activation-loss', of: 'layer' }),
};

/** The loss of the first step, and the gradient that it follows. */
async function stepOf(document: GraphDocument, start: string, bands?: Bands) {
  const events = await paintAll(document, bands && { compiled: { bands } });
  const begun = trialResources.image(start);
  const { data } = eventOf(events, 'result').picture;
  const gradient = begun.ok ? begun.value.data.map((value, at) => value - (data[at] ?? 0)) : data;
  return { total: eventOf(events, 'iteration').total, gradient };
}

async function expectSameStep(document: GraphDocument, start: string, ways: readonly Bands[]): Promise<void> {
  const whole = await stepOf(document, start);
  for (const bands of ways) {
    expect(onlyStage(planOf(document, { bands })).bands?.most).toBeGreaterThan(1);
    const cut = await stepOf(document, start, bands);
    expect(Math.abs(cut.total - whole.total)).toBeLessThan(1e-5 * Math.abs(whole.total));
    const apart = whole.gradient.map((value, at) => value - (cut.gradient[at] ?? 0));
    // A band's squares of 4×4 pixels lie elsewhere, and so does what Winograd's convolution rounds.
    expect(Math.hypot(...apart)).toBeLessThan(3e-5 * Math.hypot(...whole.gradient));
  }
}

test.each(Object.entries(graphs))('R7 the %s is the same in bands', async (_, document) => {
  await expectSameStep(document, startImage, [
    { blocks: 1, rows: 2 },
    { blocks: 2, rows: 2 },
  ]);
});

/** Content, and a style within a mask on both sides. */
const guided = (start: string, style: string, encoder: Readonly<Record<string, ParameterValue>>) =>
  together(
    gatys({ content: start, style, encoder, optimiser: oneStep, styleLoss: { weight: 100 } }),
    build(
      {
        region: { kind: 'image', source: start.replace('start', 'region') },
        mask: { kind: 'mask', low: 0.4, feather: 0 },
        within: 'mask-features',
      },
      [
        'region.image → mask.image',
        'pictureTaps.features → within.features',
        'mask.mask → within.mask',
        'within.features → pictureGram.features',
      ],
    ),
  );

const side = fc.integer({ min: 9, max: 41 });

test('R7 at odd sizes, with any border and pooling, through masks, loss and gradient are those of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        size: fc.tuple(side, side),
        style: fc.tuple(side, side),
        padding: fc.constantFrom('zero', 'replicate', 'reflect'),
        pooling: fc.constantFrom('max', 'average'),
        blocks: fc.integer({ min: 1, max: 4 }),
        rows: fc.constantFrom(2, 4, 6),
      }),
      async ({ size, style, padding, pooling, blocks, rows }) => {
        const start = `sample:start-${size.join('x')}`;
        const document = guided(start, `sample:style-${style.join('x')}`, { padding, pooling });
        await expectSameStep(document, start, [{ blocks, rows }]);
      },
    ),
    { numRuns: 25 },
  );
});

test('R5 R6 in bands nothing is left, and the peak is as predicted', async () => {
  const document = gatys({ content: 'sample:content-96x160', style: 'sample:style-70x121' });
  for (const blocks of [1, 3]) {
    const before = tf.memory().numTensors;
    const watch = watchBytes();
    await paintAll(document, { compiled: { bands: { blocks, rows: 16 } } });
    const { peak, left } = watch.stop();
    expect([left, tf.memory().numTensors - before]).toEqual([0, 0]);
    const { peakBytes } = forecast(planOf(document, { bands: { blocks, rows: 16 } }));
    expect(Math.abs(peakBytes / peak - 1)).toBeLessThan(0.05);
  }
});

/** As wide as VGG-19 lite, so that its layers are larger than a picture. */
const wideFacts: Facts = {
  ...trialFacts,
  encoder: () =>
    success({ ...narrowEncoder, layers: narrowEncoder.layers.map(each => ({ ...each, channels: 24 })) }),
};

function chosen(document: GraphDocument, memory?: number) {
  const plan = compile(validated(document), nodeKinds, wideFacts, { memory });
  if (!plan.ok) throw new Error('It does not compile.');
  return { bands: onlyStage(plan.value).bands, ...forecast(plan.value) };
}

test('R6 a stage is cut no further than its memory asks for, and where none suffices, it takes the least', () => {
  const document = gatys({ content: 'sample:content-96x160', style: 'sample:style-70x121' });
  const whole = chosen(document);
  expect(chosen(document, whole.peakBytes).bands).toBeUndefined();
  let before = whole;
  for (const part of [0.9, 0.6, 0.4]) {
    const now = chosen(document, part * whole.peakBytes);
    expect(now.peakBytes).toBeLessThanOrEqual(part * whole.peakBytes);
    expect(now.stages[0]?.loop.flops).toBeGreaterThan(before.stages[0]?.loop.flops ?? 0);
    before = now;
  }
  const least = chosen(document, 1).peakBytes;
  expect(least).toBeGreaterThan(1);
  expect(least).toBeLessThanOrEqual(before.peakBytes);
});

test('R1 what a stage is known by does not tell whether it was cut', () => {
  const document = gatys({ content: 'sample:content-48x40' });
  const keys = (bands?: Bands) => {
    const stage = onlyStage(planOf(document, bands && { bands }));
    const plain = new ContentKeys({ numbersAt: () => undefined, outcome: () => undefined });
    return [keyOf(stage.outcome), programKey(stage, plain)];
  };
  expect(keys({ blocks: 2, rows: 16 })).toEqual(keys());
});
