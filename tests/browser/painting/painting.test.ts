/** Painting in a real page: its worker, what ships with it, its memory, and what it takes to go on. */
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/find-browser.ts';
import type { GraphDocument } from '../../../src/graph/document.ts';
import type { Measure } from '../../../src/runtime/host/protocol.ts';
import { openSite, type Site } from '../site.ts';
import { moved, withLayers, withParameter } from './edits.ts';
import type { Desk } from './page.ts';
import { smallGraph } from './small-graph.ts';

const found = findBrowser({ install: false });
if (!found) console.log('Painting in a page: skipped, for there is no Chromium to try it in.');

let site: Site;
let browser: Browser;
let page: Page;

/** Has the page do something. */
const act = <Name extends keyof Desk>(
  name: Name,
  ...args: Parameters<Desk[Name]>
): Promise<Awaited<ReturnType<Desk[Name]>>> =>
  page.evaluate(`globalThis.desk[${JSON.stringify(name)}](...${JSON.stringify(args)})`) as Promise<
    Awaited<ReturnType<Desk[Name]>>
  >;

async function loaded(): Promise<void> {
  await page.waitForFunction('globalThis.desk !== undefined');
}

async function measured(): Promise<Measure> {
  const measure = await act('measure');
  if (!measure) throw new Error('There is no worker.');
  return measure;
}

/** Bytes that JavaScript holds in the page's worker, after what is nobody's was collected. */
async function heapOfWorker(session: CDPSession): Promise<number> {
  const attached = new Promise<string>(resolve =>
    session.once('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId)),
  );
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  let id = 0;
  const ask = (method: string) =>
    new Promise<{ readonly usedSize?: number }>(resolve => {
      id += 1;
      const asked = id;
      const hear = ({ message }: { readonly message: string }) => {
        const answer: { readonly id?: number; readonly result: { readonly usedSize?: number } } =
          JSON.parse(message);
        if (answer.id !== asked) return;
        session.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result);
      };
      session.on('Target.receivedMessageFromTarget', hear);
      session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: asked, method }),
      });
    });
  await ask('HeapProfiler.collectGarbage');
  const { usedSize } = await ask('Runtime.getHeapUsage');
  await session.send('Target.setAutoAttach', {
    autoAttach: false,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return usedSize ?? 0;
}

const graph = smallGraph();

describe.skipIf(!found)('in a page', () => {
  beforeAll(async () => {
    site = await openSite(fileURLToPath(new URL('page.ts', import.meta.url)));
    browser = await chromium.launch({
      executablePath: found?.path ?? '',
      headless: true,
      args: [
        // As root, as in a container, Chromium starts only without its sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(site.address);
    await loaded();
  });

  afterEach(() => page.close());

  test('it paints with what ships with it, and nothing comes from anywhere else', async () => {
    const elsewhere: string[] = [];
    page.on('request', request => {
      if (!request.url().startsWith(site.address)) elsewhere.push(request.url());
    });
    expect(await act('begin', smallGraph(3))).toBe('WebAssembly with SIMD');
    await act('told', 'output');
    const picture = await act('picture', 'output');
    expect(picture?.shape).toEqual([32, 24, 3]);
    expect(picture?.data.every(value => Number.isFinite(value))).toBe(true);
    expect(elsewhere).toEqual([]);
  });

  test('files of the person are decoded upright, over white, and small enough; others are refused in words', async () => {
    const sideways = await sharp(Buffer.from([255, 0, 0, 0, 0, 255]), {
      raw: { width: 2, height: 1, channels: 3 },
    })
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const clear = await sharp(Buffer.from([0, 0, 0, 0]), { raw: { width: 1, height: 1, channels: 4 } })
      .png()
      .toBuffer();
    const huge = await sharp({ create: { width: 6144, height: 16, channels: 3, background: '#808080' } })
      .png()
      .toBuffer();
    const files: Readonly<Record<string, Uint8Array>> = {
      'sideways.png': sideways,
      'clear.png': clear,
      'huge.png': huge,
      'cut.png': huge.subarray(0, 60),
      'sunset.heic': Buffer.from('\0\0\0\x18ftypheic'),
      'notes.txt': Buffer.from('A list of things to buy.'),
    };
    await act('begin', smallGraph(1));
    for (const [name, bytes] of Object.entries(files)) await act('supply', name, [...bytes]);
    const shown = async (name: string) => {
      const number = await act('edit', withParameter(smallGraph(1), 'content', 'source', `file:${name}`));
      return (await act('applied', number))?.problems[0];
    };
    expect(await shown('cut.png')).toContain('`cut.png` is damaged');
    expect(await shown('sunset.heic')).toBe(
      '`sunset.heic` is HEIC, which this browser does not read. Save it as JPEG, PNG or WebP.',
    );
    expect(await shown('notes.txt')).toContain('`notes.txt` is not a picture.');
    expect(await shown('gone.png')).toContain('`gone.png` is not here');
    expect(await shown('huge.png')).toContain('At 32×1 pixels');
    expect(await act('sentences')).toContain(
      '`huge.png` was scaled from 6144×16 to 3072×8 pixels: 3072 on the long side is the most that is used.',
    );
    // Red above blue, and what is transparent is white.
    expect(await act('decode', [...sideways])).toEqual({ shape: [2, 1, 3], data: [1, 0, 0, 0, 0, 1] });
    expect(await act('decode', [...clear])).toEqual({ shape: [1, 1, 3], data: [1, 1, 1] });
  });

  test('R2 R3 R4 each kind of edit costs what it touches, while it paints', async () => {
    await act('begin', graph);
    await act('painted', 3);
    /** Compiled graphs and computed ops that an edit costs. */
    const costOf = async (document: GraphDocument) => {
      const before = await measured();
      const number = await act('edit', document);
      const applied = await act('applied', number);
      await act('painted', 3);
      const after = await measured();
      return {
        effect: applied?.effect,
        compiled: after.compiled - before.compiled,
        computed: after.computed - before.computed,
      };
    };
    const weight = withParameter(graph, 'styleLoss', 'weight', 3);
    expect(await costOf(weight)).toEqual({ effect: 'live', compiled: 0, computed: 0 });
    const rate = withParameter(weight, 'optimiser', 'learningRate', 0.03);
    expect(await costOf(rate)).toEqual({ effect: 'live', compiled: 0, computed: 0 });
    expect(await costOf(moved(rate, 'total', 7))).toEqual({ effect: 'none', compiled: 0, computed: 0 });
    const deeper = withLayers(graph, ['relu1_1', 'relu2_1', 'relu3_1']);
    const layerOn = await costOf(deeper);
    expect(layerOn).toMatchObject({ effect: 'compiled', compiled: 1 });
    const style = withParameter(graph, 'style', 'source', 'sample:woodblock-wave');
    const exchanged = await costOf(style);
    const sized = await costOf(withParameter(graph, 'contentSize', 'size', 24));
    expect(layerOn.computed).toBeGreaterThan(0);
    expect(exchanged.computed).toBeGreaterThan(0);
    expect(sized.computed).toBeGreaterThan(0);
    // All of these have been before.
    for (const known of [graph, deeper, style, graph]) {
      expect(await costOf(known)).toEqual({ effect: 'compiled', compiled: 1, computed: 0 });
    }
  });

  test('R8 a worker in which something throws is followed by another, which goes on from its copy', async () => {
    await act('begin', graph, { copyEvery: 0 });
    await act('painted', 30);
    const before = (await act('copiedIteration', 'optimiser')) ?? 0;
    expect(before).toBeGreaterThan(1);
    await page.workers()[0]?.evaluate("setTimeout(() => { throw new Error('a fault') })");
    await act('told', 'crashed');
    const [next = 0] = await act('painted', 1);
    expect(next).toBeGreaterThan(before);
    expect((await act('sentences')).join()).toContain('a fault');
  });

  test('R8 so is one that is gone without a word', async () => {
    await act('begin', graph, { copyEvery: 0 });
    await act('painted', 30);
    const before = (await act('copiedIteration', 'optimiser')) ?? 0;
    await page.workers()[0]?.evaluate('close()');
    await act('told', 'crashed');
    const [next = 0] = await act('painted', 1);
    expect(next).toBeGreaterThan(before);
    expect((await act('sentences')).join()).toContain('no sign of life');
  });

  test('R8 a reload goes on from where the picture was; what was paused is paused', async () => {
    const keeping = { copyEvery: 0, name: 'trial' };
    const again = async () => {
      await page.reload();
      await loaded();
      await act('begin', graph, keeping);
    };
    await act('begin', graph, keeping);
    await act('painted', 40);
    await act('kept', 'trial');
    await again();
    const [next = 0] = await act('painted', 1);
    expect(next).toBeGreaterThan(2);
    const stoodAt = await act('pause');
    await act('kept', 'trial', stoodAt);
    const picture = await act('picture', 'optimiser');
    await again();
    expect(await act('standing')).toBe(stoodAt);
    expect(await act('picture', 'optimiser')).toEqual(picture);
    expect(await act('iterations')).toEqual([]);
    await act('play');
    expect(await act('painted', 1)).toEqual([(stoodAt ?? 0) + 1]);
  });

  test('R5 R10 memory is flat over 2,000 iterations and 500 edits, and every frame is accounted for', async () => {
    await act('begin', graph, { budget: { cache: 24 * 2 ** 20, checkpoints: 2 ** 20 } });
    await act('watch', {
      optimiser: 32,
      style: 32,
      styleTaps: 32,
      styleGram: { size: 32, entry: 'relu1_1' },
    });
    const session = await page.context().newCDPSession(page);
    let document = graph;
    let iterations = 0;
    const samples: { measure: Measure; page: number; worker: number }[] = [];
    // Ten rounds are a whole cycle of edits: after each of them the graph is the same again.
    for (let first = 0; first < 500; first += 100) {
      await act('play');
      const endured = await act('endure', document, { first, edits: 100 });
      document = endured.document;
      iterations += endured.count;
      // In the middle of an iteration there are tensors that belong to it alone.
      await act('pause');
      await act('step');
      await act('settled');
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      samples.push({ measure: await measured(), page: usedSize, worker: await heapOfWorker(session) });
    }
    expect(iterations).toBeGreaterThanOrEqual(2000);
    for (const { measure } of samples) {
      const { tensors, bytes, cache, loops, frames } = measure;
      expect(tensors).toBe(cache.tensors + loops.tensors);
      expect(bytes).toBe(cache.bytes + loops.bytes);
      expect(frames.sent + frames.skipped).toBe(frames.passed);
    }
    // From the first cycle on to the byte; JavaScript's own only grows by what is remembered of each edit.
    const [, second, ...later] = samples;
    for (const { measure, page, worker } of later) {
      expect(measure.tensors).toBe(second?.measure.tensors);
      expect(measure.bytes).toBe(second?.measure.bytes);
      expect(page - (second?.page ?? 0)).toBeLessThan(2 ** 20);
      expect(worker - (second?.worker ?? 0)).toBeLessThan(2 ** 20);
    }
    expect(await act('frameCount')).toBe(samples.at(-1)?.measure.frames.sent);
  });
});
