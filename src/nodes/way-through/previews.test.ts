/** What nodes that are watched show, from the cache, beside what is painted. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import type { Frame, Wanted } from '../../runtime/host/protocol.ts';
import { pixelsOf } from '../../runtime/host/scale-down.ts';
import { allClosed, type Desk, openDesk } from '../testing/desk.ts';
import { gatys, together } from '../testing/graphs.ts';
import { withParameter } from '../testing/studio.ts';
import { trialFacts, trialResources } from '../testing/trial.ts';

let desk: Desk;

afterEach(async () => {
  desk.client.close();
  await allClosed();
});

const graph = gatys({ optimiser: { iterations: 8 } });

/** Paints `document` to its end while `wanted` is watched. */
async function shown(wanted: Wanted, document: GraphDocument = graph): Promise<void> {
  desk = openDesk();
  desk.client.watch(wanted);
  desk.client.edit(document);
  await desk.painted(8);
  await desk.client.measure();
}

const framesOf = (node: string): readonly Frame[] => desk.frames.filter(frame => frame.node === node);
const sizes = (node: string) => framesOf(node).map(({ width, height }) => `${width}×${height}`);

/** The bytes that the built-in picture of this name is shown as. */
function pictureOf(reference: string) {
  const facts = trialFacts.image(reference);
  const picture = facts.ok ? trialResources.image(facts.value.hash) : undefined;
  return picture?.ok ? pixelsOf(picture.value, 1000).rgba : undefined;
}

test('an image shows its picture, wired or not, a resize its result, a picture what it starts from', async () => {
  const extra = build({ alone: { kind: 'image', source: 'sample:alone-30x10' } }, []);
  const sized = build({ half: { kind: 'resize', size: 16 } }, [
    'style.image → half.image',
    'half.image → styleTaps.image',
  ]);
  const document = together(graph, extra);
  const edges = Object.fromEntries(
    Object.entries(document.edges).filter(([, { to }]) => to.node !== 'styleTaps' || to.port !== 'image'),
  );
  await shown({ content: 100, alone: 100, half: 100, picture: 100 }, together({ ...document, edges }, sized));
  expect(framesOf('content').map(({ image }) => image)).toEqual([pictureOf('sample:content-24x16')]);
  expect(framesOf('alone').map(({ image }) => image)).toEqual([pictureOf('sample:alone-30x10')]);
  expect(sizes('half')).toEqual(['16×16']);
  expect(framesOf('picture').map(({ image }) => image)).toEqual([pictureOf('sample:content-24x16')]);
});

test('taps show where they are active, of the layer that is asked for, else of the deepest', async () => {
  await shown({ styleTaps: 100 });
  expect(framesOf('styleTaps')).toMatchObject([{ entry: 'relu3_1', width: 5, height: 5 }]);
  desk.client.watch({ styleTaps: { size: 100, entry: 'relu1_1' } });
  await desk.client.measure();
  await desk.client.measure();
  expect(framesOf('styleTaps').at(-1)).toMatchObject({
    entry: 'relu1_1',
    full: { width: 20, height: 20 },
    width: 20,
  });
  desk.client.watch({ styleTaps: { size: 100, entry: 'relu2_1', view: 'channels' } });
  await desk.client.measure();
  await desk.client.measure();
  // Six channels of 10×10, in three columns.
  expect(framesOf('styleTaps').at(-1)).toMatchObject({ width: 30, height: 20 });
});

test('a Gram matrix is a map whose lightest cell is its largest number', async () => {
  await shown({ styleGram: { size: 64, entry: 'relu2_1' } });
  const gram = await desk.client.peek('styleGram', 'gram', 'relu2_1');
  const [frame] = framesOf('styleGram');
  expect([frame?.width, frame?.height]).toEqual(gram?.shape);
  const image = frame?.image as Uint8ClampedArray;
  const lights = Array.from(gram?.data ?? [], (_, i) => (image[4 * i] ?? 0) + (image[4 * i + 1] ?? 0));
  const largest = gram?.data.indexOf(Math.max(...(gram?.data ?? []))) ?? -1;
  expect(lights.indexOf(Math.max(...lights))).toBe(largest);
});

test('what changes with the picture that is painted lives in its loop and is not shown', async () => {
  await shown({ pictureTaps: 64, pictureGram: 64, styleTaps: 64 });
  expect(framesOf('styleTaps').length).toBe(1);
  expect(framesOf('pictureTaps')).toEqual([]);
  expect(framesOf('pictureGram')).toEqual([]);
});

test('R2 R4 only what an edit has changed is shown again, and nothing is computed for it', async () => {
  await shown({ content: 64, style: 64, styleTaps: 64, styleGram: 64 });
  expect(desk.frames.length).toBe(4);
  desk.client.edit(withParameter(graph, 'styleLoss', 'weight', 3));
  await desk.until(() => desk.events.some(event => event.type === 'applied' && event.effect === 'live'));
  await desk.painted(16);
  expect(desk.frames.length).toBe(4);
  desk.client.edit(withParameter(graph, 'style', 'source', 'sample:other-20x20'));
  await desk.painted(24);
  await desk.client.measure();
  expect(
    desk.frames
      .slice(4)
      .map(({ node }) => node)
      .sort(),
  ).toEqual(['style', 'styleGram', 'styleTaps']);
  const watching = await desk.client.measure();
  desk.client.close();
  await allClosed();

  await shown({});
  desk.client.edit(withParameter(graph, 'style', 'source', 'sample:other-20x20'));
  await desk.painted(16);
  const alone = await desk.client.measure();
  expect(watching?.computed).toBe(alone?.computed);
});

test('R5 R10 a page that never takes a preview gets one of each node, and nothing is left of the rest', async () => {
  desk = openDesk();
  let taken = 0;
  desk.client.onFrame(() => {
    taken += 1;
    return new Promise(() => {});
  });
  desk.client.watch({ style: 64, styleTaps: 64, styleGram: 64 });
  for (let edit = 1; edit <= 5; edit++) {
    desk.client.edit(withParameter(graph, 'style', 'source', `sample:s${edit}-20x20`));
    await desk.painted(8 * edit);
  }
  expect(taken).toBe(3);
  const measure = await desk.client.measure();
  expect(measure?.tensors).toBe((measure?.cache.tensors ?? 0) + (measure?.loops.tensors ?? 0));
  expect(tf.memory().numTensors).toBe(measure?.tensors);
  const { passed = 0, sent = 0, skipped = 0 } = measure?.frames ?? {};
  expect(sent).toBe(3);
  expect(sent + skipped).toBe(passed);
});
