/** Lenses on loss terms, against numbers that were come by in other ways. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { success } from '../../language/result.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import type { HostTensor, Resources } from '../../runtime/execute/resources.ts';
import type { LensReading, LensWish } from '../../runtime/lenses/kinds.ts';
import { type LensReport, OpenLenses } from '../../runtime/lenses/open-lenses.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { gradientShown, oneStep } from '../testing/check-gradient.ts';
import { gatys } from '../testing/graphs.ts';
import { startImage, statisticGraph } from '../testing/loss-graph.ts';
import { openStudio, type Studio, withParameter } from '../testing/studio.ts';
import { eventOf, paintAll, trialResources } from '../testing/trial.ts';

let backend: Backend;
let studio: Studio;
let reports: LensReport[];

beforeAll(async () => {
  backend = await openForTest('cpu');
});
afterAll(() => backend.dispose());

beforeEach(() => {
  reports = [];
  studio = openStudio(backend, { measured: report => reports.push(report) });
});
afterEach(() => studio.session.dispose());

const graph = gatys({ optimiser: { iterations: 2 } });

/** What a lens sees of what is there now. */
async function seen<W extends LensWish>(
  wish: W,
): Promise<Extract<LensReading, { readonly kind: W['kind'] }>> {
  studio.session.lenses.open(1, wish);
  await studio.session.rest();
  studio.session.lenses.close(1);
  const report = reports.at(-1);
  if (report?.type !== 'reading') throw new Error(`No reading, but ${JSON.stringify(report)}`);
  return report.reading as Extract<LensReading, { readonly kind: W['kind'] }>;
}

const wish = { kind: 'balance', optimiser: 'optimiser', by: 'losses' } as const;

/** Kernels that the backend has run while `during` went on. */
async function kernelsRun(during: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(tf.engine(), 'runKernel');
  await during();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  return count;
}

test('the balance meter tells each loss as the painting tells it, and how hard it pulls', async () => {
  await studio.edited(graph);
  const { pulls, iteration } = await seen(wish);
  expect(iteration).toBe(2);
  const from = studio.events.length;
  studio.session.step();
  await studio.session.rest();
  // An iteration tells the losses at the picture that it started from.
  const told = studio.events.slice(from).find(event => event.type === 'iteration');
  if (told?.type !== 'iteration') throw new Error('no iteration');
  const weighted = (loss: string) =>
    told.terms
      .filter(({ name }) => name.startsWith(loss))
      .reduce((sum, { value, weight }) => sum + value * weight, 0);
  for (const { name, loss } of pulls) expect(loss).toBeCloseTo(weighted(name), 5);
  expect(pulls.map(({ name }) => name)).toEqual(['content', 'style', 'variation']);
  expect(pulls.every(({ length }) => length > 0)).toBe(true);
});

test('a lens that is closed costs nothing: the same ops are run as where none was ever open', async () => {
  await studio.edited(gatys({ optimiser: { iterations: 1 } }));
  const never = await kernelsRun(() => studio.edited(graph));
  await studio.session.dispose();
  studio = openStudio(backend, { measured: report => reports.push(report) });
  await studio.edited(gatys({ optimiser: { iterations: 1 } }));
  const looking = await kernelsRun(() => seen(wish));
  expect(looking).toBeGreaterThan(0);
  expect(await kernelsRun(() => studio.edited(graph))).toBe(never);
});

test('R5 what a lens has looked at leaves nothing behind', async () => {
  await studio.edited(graph);
  const before = tf.memory().numTensors;
  await seen(wish);
  await seen({ ...wish, by: 'terms' });
  expect(tf.memory().numTensors).toBe(before);
});

test('R10 while it paints, a lens that nobody takes looks once, and the painting goes on to its end', async () => {
  studio.session.lenses.open(1, wish);
  await studio.edited(gatys({ optimiser: { iterations: 8 } }));
  expect(reports.filter(({ type }) => type === 'reading').length).toBeLessThanOrEqual(1);
  expect(studio.session.runs.get('optimiser')?.state).toBe('done');
});

test('after a look the loop has the device to itself for four times as long, and at rest there is no waiting', async () => {
  await studio.edited(graph);
  const clock = { now: 1000 };
  const sent: LensReport[] = [];
  const lenses = new OpenLenses({
    ground: () => studio.session.ground,
    send: report => sent.push(report),
    wake: () => undefined,
    now: () => clock.now,
  });
  expect(lenses.isDue(true)).toBe(false);
  lenses.open(1, wish);
  expect(lenses.isDue(true)).toBe(true);
  const looking = lenses.look();
  while (!looking.next().done) clock.now += 1;
  const took = clock.now - 1000;
  await lenses.told();
  lenses.taken(1);
  // Nothing has moved: there is nothing else to see.
  expect(lenses.isDue(false)).toBe(false);
  studio.session.step();
  await studio.session.rest();
  const rests = Math.max(200, 4 * took);
  clock.now += rests - 1;
  expect([lenses.isDue(true), lenses.isDue(false)]).toEqual([false, true]);
  clock.now += 1;
  expect(lenses.isDue(true)).toBe(true);
  expect(sent.map(({ type }) => type)).toEqual(['reading']);
});

test('R10 a look that is abandoned on the way leaves nothing, and is begun again', async () => {
  await studio.edited(graph);
  const sent: LensReport[] = [];
  const lenses = new OpenLenses({
    ground: () => studio.session.ground,
    send: report => sent.push(report),
    wake: () => undefined,
  });
  lenses.open(1, { ...pullWish, size: 8 });
  const before = tf.memory().numTensors;
  const looking = lenses.look();
  for (let steps = 0; steps < 5; steps += 1) looking.next();
  expect(tf.memory().numTensors).toBeGreaterThan(before);
  looking.return();
  expect(tf.memory().numTensors).toBe(before);
  expect(lenses.isDue(true)).toBe(true);
  expect(sent).toEqual([]);
});

test('a lens that is taken sees the painting as it is when it has come to rest', async () => {
  studio.session.lenses.open(1, wish);
  await studio.edited(graph);
  studio.session.lenses.taken(1);
  await studio.session.rest();
  studio.session.lenses.taken(1);
  await studio.session.rest();
  const last = reports.at(-1);
  expect(last?.type === 'reading' && last.reading).toMatchObject({ kind: 'balance', iteration: 2 });
});

/** One plain step of length 0: the picture stays as it starts, and everything about it is known. */
const still = { ...oneStep, learningRate: 0 };
const pullWish = { kind: 'pull', optimiser: 'optimiser', by: 'losses', size: 4096 } as const;
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);
const expectClose = (found: Float32Array, wanted: Float32Array) => {
  expect(found.length).toBe(wanted.length);
  const apart = found.map((value, at) => value - (wanted[at] ?? Number.NaN));
  expect(Math.sqrt(dot(apart, apart) / dot(wanted, wanted))).toBeLessThan(1e-3);
};

test('R7 the pulls of all losses add up to the gradient that the painting follows', async () => {
  await studio.edited(gatys({ optimiser: still }));
  const { maps } = await seen(pullWish);
  const together = maps[0]?.toward.map(
    (_, at) => -maps.reduce((sum, { toward }) => sum + (toward[at] ?? 0), 0),
  );
  const whole = await gradientShown(gatys({ optimiser: oneStep }), 'sample:content-24x16');
  expectClose(together ?? new Float32Array(), whole);
  for (const { toward, length } of maps) expect(length).toBeCloseTo(Math.sqrt(dot(toward, toward)), 4);
});

test('R7 along what a term wants the loss falls by as much as its map says', async () => {
  const document = statisticGraph('gram-matrix', 'gram', { weights: { relu1_1: 0 } });
  await studio.edited(withParameter(document, 'optimiser', 'learningRate', 0));
  const { maps } = await seen({ ...pullWish, by: 'terms' });
  // A term that weighs nothing wants nothing.
  expect(maps.map(({ name, length }) => [name, length > 0])).toEqual([
    ['conv2_1', true],
    ['relu1_1', false],
  ]);
  const [{ toward, length }] = maps as [(typeof maps)[number]];
  const start = trialResources.image(startImage);
  if (!start.ok) throw new Error('no start');
  const lossAt = async (step: number) => {
    const moved = start.value.data.map((value, at) => value + (step * (toward[at] ?? 0)) / length);
    const image: Resources['image'] = hash =>
      hash === startImage ? success({ ...start.value, data: moved }) : trialResources.image(hash);
    const events = await paintAll(document, { resources: { ...trialResources, image } });
    return eventOf(events, 'iteration').total;
  };
  const step = 2e-3;
  const slope = ((await lossAt(step)) - (await lossAt(-step))) / (2 * step);
  expect(-slope / length).toBeCloseTo(1, 2);
});

test('the balance meter and the pull map agree on how hard each loss pulls', async () => {
  await studio.edited(graph);
  const { maps } = await seen(pullWish);
  const { pulls } = await seen(wish);
  for (const [at, { length }] of pulls.entries()) expect((maps[at]?.length ?? 0) / length).toBeCloseTo(1, 4);
});

test('where two pulls fight, the product of what they want is negative', async () => {
  await studio.edited(graph);
  const { maps, fight } = await seen({ ...pullWish, pair: ['style', 'content'] });
  const [content, style] = maps;
  if (!content || !style) throw new Error('no maps');
  const products = fight?.product.map((_, pixel) =>
    [0, 1, 2].reduce(
      (sum, colour) =>
        sum + (content.toward[3 * pixel + colour] ?? 0) * (style.toward[3 * pixel + colour] ?? 0),
      0,
    ),
  );
  expectClose(fight?.product ?? new Float32Array(), products ?? new Float32Array());
  const cosine = dot(content.toward, style.toward) / (content.length * style.length);
  expect(fight?.cosine).toBeCloseTo(cosine, 4);
  expect([fight?.one, fight?.other]).toEqual(['style', 'content']);
});

test('a map that is made smaller holds the means of its squares', async () => {
  await studio.edited(graph);
  const { maps } = await seen(pullWish);
  const small = await seen({ ...pullWish, size: 12 });
  expect([small.width, small.height, small.shrinking]).toEqual([12, 8, 2]);
  const strength = maps[1]?.strength ?? new Float32Array();
  const mean = ((strength[0] ?? 0) + (strength[1] ?? 0) + (strength[24] ?? 0) + (strength[25] ?? 0)) / 4;
  expect((small.maps[1]?.strength[0] ?? 0) / mean).toBeCloseTo(1, 4);
});

/** FᵀF / HW by plain loops. */
function gramByLoops({ shape: [height = 0, width = 0, channels = 0], data }: HostTensor): Float32Array {
  const gram = new Float32Array(channels * channels);
  for (let i = 0; i < channels; i += 1)
    for (let j = 0; j < channels; j += 1) {
      let sum = 0;
      for (let at = 0; at < height * width; at += 1)
        sum += (data[at * channels + i] ?? 0) * (data[at * channels + j] ?? 0);
      gram[i * channels + j] = sum / (height * width);
    }
  return gram;
}

test('the Gram lens shows the matrices that plain loops make of the features', async () => {
  await studio.edited(gatys({ optimiser: still, contentLayer: 'relu2_1', layers: ['relu1_1', 'relu2_1'] }));
  const asked = {
    kind: 'gram',
    optimiser: 'optimiser',
    term: 'style/relu2_1',
    entry: [1, 4],
    size: 4096,
  } as const;
  const found = await seen(asked);
  expect(found.terms).toEqual(['style/relu1_1', 'style/relu2_1']);
  // The picture stands where the content is, so its features are those of the content.
  const [style, content] = await Promise.all(
    ['styleTaps', 'contentTaps'].map(node => studio.session.peek(node, 'features', 'relu2_1')),
  );
  if (!style || !content) throw new Error('no features');
  expectClose(found.target, gramByLoops(style));
  expectClose(found.present, gramByLoops(content));
  const at = 1 * found.channels + 4;
  for (const [map, gram] of [
    [found.picture, found.present],
    [found.style, found.target],
  ] as const) {
    const mean =
      (map?.product ?? new Float32Array()).reduce((sum, value) => sum + value, 0) /
      (map?.product.length ?? 1);
    expect(mean).toBeCloseTo(gram[at] ?? Number.NaN, 5);
    expect(map?.mean).toBeCloseTo(mean, 5);
  }
});

test('one step of one loss moves the picture where that loss alone wants it, and the way back is exact', async () => {
  const document = gatys({ optimiser: { ...oneStep, learningRate: 3, iterations: 4 } });
  const { session } = studio;
  session.edit(document);
  await studio.next(event => event.type === 'run' && event.state === 'running');
  session.pause();
  await session.rest();
  const before = await session.runs.get('optimiser')?.look();
  const { maps } = await seen(pullWish);
  const style = maps.find(({ name }) => name === 'style');
  const way = await session.stepAlone('optimiser', style?.terms ?? []);
  await session.rest();
  const after = await session.runs.get('optimiser')?.look();
  if (!before || !after || !style || way === undefined) throw new Error('no step');
  expectClose(
    after.data.map((value, at) => value - (before.data[at] ?? 0)),
    style.toward.map(value => 3 * value),
  );
  const run = session.runs.get('optimiser');
  expect([run?.state, run?.mixed]).toEqual(['paused', true]);
  expect(session.goTo('optimiser', way)).toBe(true);
  await session.rest();
  expect((await session.runs.get('optimiser')?.look())?.data).toEqual(before.data);
  expect([run?.state, run?.mixed]).toEqual(['paused', false]);
});

test('a step of one loss starts Adam anew: no pixel goes further than the learning rate', async () => {
  const { session } = studio;
  session.edit(gatys({ optimiser: { iterations: 6, learningRate: 0.01, clamp: false } }));
  await studio.next(event => event.type === 'iteration' && event.iteration === 3);
  session.pause();
  await session.rest();
  const before = await session.runs.get('optimiser')?.look();
  const { pulls } = await seen(wish);
  await session.stepAlone('optimiser', pulls[0]?.terms ?? []);
  await session.rest();
  const after = await session.runs.get('optimiser')?.look();
  const moved = after?.data.map((value, at) => Math.abs(value - (before?.data[at] ?? 0))) ?? [];
  expect(Math.max(...moved)).toBeGreaterThan(0.0099);
  expect(Math.max(...moved)).toBeLessThan(0.0101);
});
