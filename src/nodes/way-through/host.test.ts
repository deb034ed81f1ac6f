/** The protocol, end to end: a client and a host with a real session between them. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { applyWithPatches } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { say } from '../../language/message.ts';
import { allClosed, type Desk, hereWorker, openDesk } from '../testing/desk.ts';
import { gatys } from '../testing/graphs.ts';
import { eventOf, paintAll } from '../testing/trial.ts';
import { trialHost } from '../testing/trial-host.ts';

let desk: Desk;

afterEach(async () => {
  desk.client.close();
  await allClosed();
});

const graph = gatys({ optimiser: { iterations: 8 } });
/** Nobody waits for its end. */
const endless = gatys({ optimiser: { iterations: 100_000 } });
const painted = async (document: GraphDocument) => eventOf(await paintAll(document), 'output').picture.data;

const setWeight = (weight: number): readonly Edit[] => [
  { type: 'set-parameter', node: 'styleLoss', param: 'weight', value: weight },
];

/** Edits a document by patches, as an editor does. */
function patched(document: GraphDocument, edits: readonly Edit[]) {
  const applied = applyWithPatches(document, edits);
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

test('a document goes in, and shapes, reports, losses and the picture come out', async () => {
  desk = openDesk();
  const number = desk.client.edit(graph);
  const applied = await desk.next('applied');
  expect(applied).toMatchObject({ edit: number, effect: 'compiled', problems: [] });
  await desk.painted(8);
  const wires = desk.events.find(event => event.type === 'wires');
  expect(wires?.type === 'wires' && wires.wires['pictureTaps.features']).toMatchObject({
    type: 'features',
    shapes: expect.arrayContaining([{ layer: 'relu2_1', shape: [8, 12, 6], bytes: 4 * 8 * 12 * 6 }]),
  });
  const reports = desk.events.flatMap(event => (event.type === 'nodes' ? [event.reports] : []));
  expect(Object.keys(reports[0] ?? {}).sort()).toEqual(Object.keys(graph.nodes).sort());
  expect(Object.keys(reports.at(-1) ?? {}).length).toBeLessThan(Object.keys(graph.nodes).length);
  expect(desk.iterations()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const memory = desk.events.findLast(event => event.type === 'memory');
  expect(memory?.type === 'memory' && memory.memory.computed).toBeGreaterThan(0);
  const picture = await desk.client.picture('output');
  expect(picture?.data).toEqual(await painted(graph));
});

test('R3 patches are taken up while it paints, at once and by number; the whole document is not sent again', async () => {
  desk = openDesk();
  desk.client.edit(endless);
  await desk.next('iteration', ({ iteration }) => iteration === 3);
  const { document, forward } = patched(endless, setWeight(40));
  const number = desk.client.edit(document, forward);
  expect(await desk.next('applied')).toMatchObject({ edit: number, effect: 'live' });
  const weightIn = (terms: readonly { readonly name: string; readonly weight: number }[]) =>
    terms.find(({ name }) => name.startsWith('style/'))?.weight;
  const before = desk.iterations().at(-1) ?? 0;
  const felt = await desk.next('iteration', ({ terms }) => weightIn(terms) === 40);
  expect(felt.iteration).toBeLessThanOrEqual(before + 2);
  expect((await desk.client.measure())?.compiled).toBe(1);
});

test('patches that lead on from nothing that the worker knows are followed by the whole', async () => {
  desk = openDesk();
  const { document } = patched(graph, setWeight(40));
  desk.client.edit(graph);
  desk.client.edit(document, [{ op: 'replace', path: ['nodes', 'nobody', 'title'], value: 'x' }]);
  await desk.painted(8);
  expect((await desk.client.picture('output'))?.data).toEqual(await painted(document));
});

test('pause, step, and back to a checkpoint', async () => {
  desk = openDesk();
  desk.client.edit(endless);
  await desk.next('iteration', ({ iteration }) => iteration === 2);
  desk.client.pause();
  const { iteration } = await desk.next('run', ({ state }) => state === 'paused');
  desk.client.step();
  expect(await desk.next('run', ({ state }) => state === 'paused')).toMatchObject({
    iteration: iteration + 1,
  });
  const [first] = await desk.client.checkpoints('optimiser');
  expect(first).toMatchObject({ iteration: 1, mixed: false });
  const kept = await desk.client.checkpoint('optimiser', first?.id ?? '');
  expect(kept?.carried.picture?.shape).toEqual([16, 24, 3]);
  const back = desk.next('run', ({ state }) => state === 'paused');
  expect(await desk.client.goTo('optimiser', first?.id ?? '')).toBe(true);
  expect(await back).toMatchObject({ iteration: 1 });
  expect(await desk.client.goTo('optimiser', 'no such')).toBe(false);
  desk.client.step();
  await desk.next('run', ({ state, iteration: now }) => state === 'paused' && now === 2);
  const second = await painted(gatys({ optimiser: { iterations: 2 } }));
  expect((await desk.client.picture('optimiser'))?.data).toEqual(second);
});

test('numbers of a wire can be looked at, where they are at hand', async () => {
  desk = openDesk();
  desk.client.edit(graph);
  await desk.painted(8);
  const gram = await desk.client.peek('styleGram', 'gram', 'relu2_1');
  expect(gram?.shape).toEqual([6, 6]);
  expect(await desk.client.peek('styleGram', 'gram', 'relu9_9')).toBeUndefined();
});

test('a reload goes on from the copies that were saved, to the same picture', async () => {
  desk = openDesk();
  desk.client.edit(endless);
  await desk.next('iteration', ({ iteration }) => iteration === 4);
  desk.client.pause();
  const { iteration: reached } = await desk.next('run', ({ state }) => state === 'paused');
  await desk.until(() => desk.client.copies.optimiser?.history.segments.at(-1)?.until === reached);
  const saved = structuredClone(desk.client.copies);
  desk.client.close();

  desk = openDesk();
  desk.client.watch({ optimiser: 100 });
  const damaged = { id: 'x' };
  expect(desk.client.resume({ ...saved, stranger: damaged }, ['optimiser'])).toMatchObject({ ok: false });
  desk.client.edit(endless);
  const { iteration } = await desk.next('run', ({ state }) => state === 'paused');
  expect(iteration).toBe(reached);
  expect(desk.iterations()).toEqual([]);
  desk.client.step();
  await desk.next('run', ({ state }) => state === 'paused');
  expect(desk.iterations()).toEqual([iteration + 1]);
  expect(desk.frames[0]).toMatchObject({ iteration });
  const whole = await painted(gatys({ optimiser: { iterations: iteration + 1 } }));
  expect((await desk.client.picture('optimiser'))?.data).toEqual(whole);
});

test('another document of the same names begins its own paintings; the way back goes on from its copies', async () => {
  desk = openDesk();
  desk.client.edit(endless);
  await desk.next('iteration', ({ iteration }) => iteration === 4);
  await desk.until(() => desk.client.copies.optimiser !== undefined);
  const saved = structuredClone(desk.client.copies);
  const kept = saved.optimiser?.history.segments.at(-1)?.until ?? 0;

  desk.client.exchange(endless);
  expect(desk.client.copies).toEqual({});
  const began = await desk.next('run', ({ state }) => state === 'running');
  expect(began).toMatchObject({ iteration: 0, mixed: false });

  desk.client.exchange(endless, { ...saved, stranger: { id: 'x' } }, ['optimiser']);
  expect(await desk.next('run', ({ state }) => state === 'paused')).toMatchObject({ iteration: kept });

  const { document, forward } = patched(endless, setWeight(40));
  const number = desk.client.edit(document, forward);
  expect(await desk.next('applied', ({ edit }) => edit === number)).toMatchObject({ effect: 'live' });
});

test('frames are scaled, never more than one under way, and the last is the finished picture', async () => {
  desk = openDesk();
  desk.client.watch({ optimiser: 12, output: 1000 });
  desk.client.edit(gatys({ optimiser: { iterations: 30 } }));
  await desk.painted(30);
  await desk.client.measure();
  const mine = desk.frames.filter(({ node }) => node === 'optimiser');
  expect(mine.map(({ width, height }) => `${width}×${height}`)).toEqual(mine.map(() => '12×8'));
  expect(mine.at(-1)).toMatchObject({ iteration: 30, full: { width: 24, height: 16 } });
  expect(desk.frames.find(({ node }) => node === 'output')).toMatchObject({ width: 24, height: 16 });
  const frames = (await desk.client.measure())?.frames;
  expect((frames?.sent ?? 0) + (frames?.skipped ?? 0)).toBe(frames?.passed);
});

test('R10 a page that never takes a frame gets one, and the painting goes on to its end', async () => {
  desk = openDesk();
  let shown = 0;
  desk.client.onFrame(() => {
    shown += 1;
    return new Promise(() => {});
  });
  desk.client.watch({ optimiser: 64 });
  desk.client.edit(gatys({ optimiser: { iterations: 30 } }));
  await desk.painted(30);
  expect(shown).toBe(1);
  expect((await desk.client.measure())?.frames).toMatchObject({ sent: 1 });
  expect(desk.iterations().at(-1)).toBe(30);
});

test('R5 what is closed holds nothing', async () => {
  desk = openDesk();
  await desk.client.ready;
  const before = tf.memory().numTensors;
  desk.client.edit(graph);
  await desk.painted(8);
  const measure = await desk.client.measure();
  expect((measure?.tensors ?? 0) - before).toBe(
    (measure?.cache.tensors ?? 0) + (measure?.loops.tensors ?? 0),
  );
  desk.client.close();
  await allClosed();
  await tf.setBackend('wasm');
  expect(tf.memory().numTensors).toBe(before);
});

test('what a document names is opened while the device is', async () => {
  const { openBackend, understandIn } = trialHost;
  const asked: GraphDocument[] = [];
  desk = openDesk({
    startWorker: () =>
      hereWorker({
        ...trialHost,
        understandIn: place => document => {
          asked.push(document);
          return understandIn(place)(document);
        },
        openBackend: choice => {
          expect(asked).toEqual([graph]);
          return openBackend(choice);
        },
      }),
  });
  desk.client.edit(graph);
  await desk.painted(8);
  expect(asked).toEqual([graph, graph]);
});

test('a picture that is handed over while the device opens is there when the document that names it comes', async () => {
  const { openBackend, understandIn } = trialHost;
  const there: string[][] = [];
  desk = openDesk({
    startWorker: () =>
      hereWorker({
        ...trialHost,
        understandIn: place => document => {
          there.push([...place.files.keys()]);
          return understandIn(place)(document);
        },
        openBackend: async choice => {
          desk.client.supply({ 'file:rose.png': new Blob(['rose']) });
          desk.client.edit(graph);
          return openBackend(choice);
        },
      }),
  });
  await desk.painted(8);
  expect(there).toEqual([['file:rose.png']]);
});

test('R8 no device at all is told, and nothing is there until somebody asks again', async () => {
  const { openBackend } = trialHost;
  let isThere = false;
  desk = openDesk({
    startWorker: () =>
      hereWorker({
        ...trialHost,
        openBackend: choice => openBackend(isThere ? choice : 'webgpu'),
      }),
  });
  const stopped = await desk.next('stopped');
  expect(say(stopped.reason).length).toBeGreaterThan(20);
  isThere = true;
  desk.client.edit(graph);
  await desk.painted(8);
});

test('R8 an output that nothing reaches yet is not said to be missing', async () => {
  desk = openDesk();
  const edges = Object.fromEntries(Object.entries(graph.edges).filter(([, { to }]) => to.node !== 'total'));
  desk.client.edit({ ...graph, edges });
  const unwired = await desk.next('applied');
  expect(unwired.problems.some(({ node }) => node === 'total')).toBe(true);
  expect(unwired.problems.map(({ reason }) => reason.id)).not.toContain('compile.no-output');
  const { output: _, ...others } = graph.nodes;
  const without = Object.fromEntries(
    Object.entries(graph.edges).filter(([, { to }]) => to.node !== 'output'),
  );
  desk.client.edit({ ...graph, nodes: others, edges: without });
  const missing = await desk.next('applied');
  expect(missing.problems.map(({ reason }) => reason.id)).toContain('compile.no-output');
});
