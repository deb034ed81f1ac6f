import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { examine } from '../../graph/examine.ts';
import type { Facts } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import { build } from '../../graph/testing/build.ts';
import { say } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { gatys } from '../../nodes/testing/graphs.ts';
import { trialFacts, trialResources } from '../../nodes/testing/trial.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import type { FrameFlicker } from '../../runtime/film/film.ts';
import type { PaintedFrame } from '../../runtime/host/film-protocol.ts';
import { Filmer } from '../../runtime/host/filmer.ts';
import type { Understand } from '../../runtime/host/host-options.ts';
import type { Pixels } from '../../runtime/host/scale-down.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { filmDocuments } from './film-documents.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await openForTest('wasm');
});
afterAll(() => backend?.dispose());

const [width, height] = [48, 32];

const understand: Understand = async (document, standIns = {}) => {
  const facts: Facts = {
    ...trialFacts,
    image: reference => {
      const standIn = own(standIns, reference);
      return standIn ? success(standIn) : trialFacts.image(reference);
    },
  };
  return { document, examination: examine(document, nodeKinds, facts), facts, resources: trialResources };
};

/** Soft stripes and spots, moved by (2, 1) from frame to frame, with the noise of a camera. */
function frame(n: number): Pixels {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x - 2 * n, y - n];
      const light = 128 + 50 * Math.sin(0.5 * u + 0.2 * v) + 50 * Math.sin(0.23 * v * u * 0.1 + 0.4 * v);
      const noise = 8 * Math.sin(12.9898 * x + 78.233 * y + 37.7 * n);
      rgba.set([light + noise, 0.8 * light - noise, 255 - light, 255], 4 * (y * width + x));
    }
  }
  return { width, height, rgba };
}

/** Three frames, painted by what `document` becomes. */
async function film(document: GraphDocument, steadiness: number): Promise<readonly PaintedFrame[]> {
  const filmer = new Filmer();
  const setting = { image: 'content', output: 'output', steadiness, iterations: 4 };
  const documents = filmDocuments(document, setting);
  const opened = await filmer.open(
    { ...documents, output: 'output', size: { width, height }, steadiness },
    { registry: nodeKinds, backend, understand, refuse: () => undefined },
  );
  if (!opened.ok) throw new Error(say(opened.reason));
  const painted: PaintedFrame[] = [];
  for (const n of [0, 1, 2]) {
    const next = await filmer.paint(frame(n));
    if (!next.ok) throw new Error(say(next.reason));
    painted.push(next.value);
  }
  await filmer.close();
  return painted;
}

const last = (frames: readonly PaintedFrame[]): FrameFlicker => {
  const flicker = frames.at(-1)?.flicker;
  if (!flicker) throw new Error('Nothing is known of its flicker.');
  return flicker;
};

describe('a graph that paints in one pass', () => {
  const generated = build(
    {
      content: 'image',
      generator: { kind: 'generator', network: 'folder:narrow' },
      output: 'output',
      // Leads to nothing that is shown, and cannot be computed: none of the film's business.
      idle: 'gram-matrix',
    },
    ['content.image → generator.image', 'generator.image → output.image'],
  );

  test('paints every frame, and leaves the document what it was', async () => {
    const before = JSON.stringify(generated);
    const frames = await film(generated, 0);
    expect(frames.map(({ pixels }) => [pixels.width, pixels.height])).toEqual(Array(3).fill([width, height]));
    expect(frames[0]?.flicker).toBeUndefined();
    expect(last(frames).made).toBeUndefined();
    expect(JSON.stringify(generated)).toBe(before);
  });

  test('with the temporal loss it flickers less than what the network made', async () => {
    const { film: steady, made = 0, share } = last(await film(generated, 2));
    expect(share).toBeGreaterThan(0.3);
    expect(steady).toBeLessThan(0.6 * made);
  });

  test('R5 nothing of a film stays on the device', async () => {
    const before = memory().numTensors;
    await film(generated, 1);
    expect(memory().numTensors).toBe(before);
  });
});

describe('a graph that optimises', () => {
  const graph = gatys({ optimiser: { iterations: 6, averaging: 0 }, styleLoss: { weight: 3 } });

  test('each frame starts from the one before, and the temporal loss holds it there', async () => {
    const free = last(await film(graph, 0));
    const held = last(await film(graph, 2));
    expect(held.source).toBeCloseTo(free.source, 6);
    expect(held.film).toBeLessThan(0.8 * free.film);
  });
});

test('a graph without a frame to put in says what is wrong with it', async () => {
  const filmer = new Filmer();
  const alone = build({ content: 'image', output: 'output' });
  const documents = filmDocuments(alone, {
    image: 'content',
    output: 'output',
    steadiness: 0,
    iterations: 1,
  });
  const around = { registry: nodeKinds, backend, understand, refuse: () => undefined };
  const opened = await filmer.open(
    { ...documents, output: 'output', size: { width, height }, steadiness: 0 },
    around,
  );
  expect(opened.ok).toBe(false);
  expect(await filmer.paint(frame(0))).toMatchObject({ ok: false, reason: { id: 'film.not-begun' } });
});
