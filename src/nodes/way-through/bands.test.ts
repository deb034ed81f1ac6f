/** Pictures in bands: the same picture, the same gradient, in less memory. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import type { Facts } from '../../graph/kind.ts';
import { build } from '../../graph/testing/build.ts';
import { success } from '../../language/result.ts';
import type { Bands } from '../../runtime/compile/bands/bands.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import type { Resources } from '../../runtime/execute/resources.ts';
import { keyOf } from '../../runtime/ir/key.ts';
import type { SessionEvent } from '../../runtime/session/events.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { nodeKinds } from '../registry.ts';
import { oneStep } from '../testing/check-gradient.ts';
import { gatys, together } from '../testing/graphs.ts';
import { featureLossGraph, lossGraph, startImage, statisticGraph } from '../testing/loss-graph.ts';
import { onlyStage } from '../testing/plans.ts';
import { openStudio, outputOf, withParameter } from '../testing/studio.ts';
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
    { numRuns: 10 },
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
  expect(chosen(document, whole.heapBytes).bands).toBeUndefined();
  let before = whole;
  for (const part of [0.9, 0.6, 0.5]) {
    const now = chosen(document, part * whole.heapBytes);
    expect(now.heapBytes).toBeLessThanOrEqual(part * whole.heapBytes);
    expect(now.stages[0]?.loop.flops).toBeGreaterThan(before.stages[0]?.loop.flops ?? 0);
    before = now;
  }
  const least = chosen(document, 1).heapBytes;
  // Beside the tensors themselves lie gaps, which for a picture this small are a tenth of it all.
  expect(chosen(document, 1).peakBytes).toBeLessThanOrEqual(0.4 * whole.peakBytes);
  expect(least).toBeGreaterThan(1);
  expect(least).toBeLessThanOrEqual(before.heapBytes);
});

test('R1 what an optimiser arrives at is the same, in bands or not', () => {
  const document = gatys({ content: 'sample:content-48x40' });
  const keyWith = (bands?: Bands) => keyOf(onlyStage(planOf(document, bands && { bands })).outcome);
  expect(keyWith({ blocks: 2, rows: 16 })).toBe(keyWith());
});

const numbers = (events: readonly SessionEvent[]) =>
  events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : []));

const gentle = { method: 'momentum', learningRate: 1e-3, iterations: 3 };

test('in bands every scale of a picture is painted, and comes to the same', async () => {
  const document = together(
    gatys({ content: 'sample:content-48x61', style: 'sample:style-37x40', optimiser: gentle }),
    build({ scales: { kind: 'multi-scale', smallest: 24 } }, [
      'picture.picture → scales.picture',
      'scales.picture → optimiser.picture',
    ]),
  );
  const bands = { blocks: 3, rows: 8 };
  const { stages } = planOf(document, { bands });
  expect(stages.map(stage => stage.bands?.most ?? 0).every(most => most > 2)).toBe(true);
  expect(stages.length).toBeGreaterThan(2);
  const [whole, cut] = [await paintAll(document), await paintAll(document, { compiled: { bands } })];
  const [one, other] = [whole, cut].map(events => eventOf(events, 'output').picture.data);
  const apart = (one ?? []).map((value, at) => value - (other?.[at] ?? 0));
  expect(Math.hypot(...apart)).toBeLessThan(1e-4 * Math.hypot(...(one ?? [])));
});

test('R3 R9 a session paints in bands as without one, and goes on from there when there is more memory', async () => {
  let memory: number | undefined = 1;
  const studio = openStudio({ name: 'wasm' }, { memory: () => memory });
  try {
    const document = gatys({ content: 'sample:content-40x52', optimiser: gentle });
    const events = await studio.edited(document);
    const alone = eventOf(await paintAll(document, { compiled: { memory: 1 } }), 'output');
    expect(outputOf(events)).toEqual(alone.picture.data);
    const counts = { ...studio.session.counts };
    const heavier = withParameter(document, 'styleLoss', 'weight', 40);
    const more = await studio.edited(heavier);
    expect(numbers(more)).toEqual([4, 5, 6]);
    expect(studio.session.counts).toEqual(counts);
    memory = undefined;
    const again = await studio.edited({ ...heavier, title: 'With more memory' });
    expect(studio.session.counts.compiled).toBe(counts.compiled + 1);
    expect(again.filter(({ type }) => type === 'failed')).toEqual([]);
    expect(numbers(again)[0]).toBe((numbers(more).at(-1) ?? 0) + 1);
  } finally {
    await studio.session.dispose();
  }
});

test('R8 what overflows in a band has the node that it has in the whole', async () => {
  const document = together(
    gatys(),
    build({ glaring: { kind: 'image', source: 'sample:glaring-24x16' } }, ['glaring.image → picture.start']),
  );
  const image: Resources['image'] = hash => {
    const found = trialResources.image(hash);
    const isGlaring = hash.startsWith('sample:glaring');
    return found.ok && isGlaring
      ? success({ ...found.value, data: found.value.data.map(x => 1e25 * x) })
      : found;
  };
  const blamed = async (bands?: Bands) => {
    const resources = { ...trialResources, image };
    const events = await paintAll(document, { resources, ...(bands && { compiled: { bands } }) });
    return eventOf(events, 'failed').problem;
  };
  const whole = await blamed();
  expect(whole.node).toBe('pictureGram');
  expect(await blamed({ blocks: 3, rows: 4 })).toEqual(whole);
});
