/** The way of a picture from the GPU to a page's canvas, in a real browser, on a GPU in software. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { build } from '../../../src/graph/testing/build.ts';
import { openSite, type Site } from '../site.ts';
import type { Easel } from './page.ts';

const found = process.platform === 'linux' ? findBrowser({ install: false }) : undefined;
if (!found) console.log('Pictures from the GPU: skipped, for there is no Chromium on Linux to try it in.');

/** A GPU in software; what it draws on a canvas is seen only where the browser draws with the same. */
const pretended = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-gpu',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];

const [width, height] = [53, 31];
const pictureBytes = 4 * 3 * width * height;

/** Nothing but smoothing: a few programs, so that a GPU in software has compiled them soon. */
const graph = build(
  {
    pattern: { kind: 'pattern', width, height },
    picture: 'picture',
    variation: 'total-variation',
    total: 'weighted-sum',
    optimiser: { kind: 'optimiser', iterations: 100_000 },
    output: 'output',
  },
  [
    'pattern.image → picture.start',
    'picture.picture → variation.image',
    'variation.loss → total.terms/variation',
    'picture.picture → optimiser.picture',
    'total.loss → optimiser.loss',
    'optimiser.result → output.image',
  ],
);

/** Counts, in the worker, what is read back from the GPU: pictures and what is as large, and smaller things. */
const counting = `(() => {
  globalThis.maps = { large: 0, small: 0 };
  const own = GPUBuffer.prototype.mapAsync;
  GPUBuffer.prototype.mapAsync = function (...args) {
    maps[this.size >= ${pictureBytes} ? 'large' : 'small'] += 1;
    return own.apply(this, args);
  };
})()`;

/** What a GPU draws on a canvas is not seen, as where it and the browser have drivers that don't meet. */
const blank = `(() => {
  const own = OffscreenCanvas.prototype.transferToImageBitmap;
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    const other = new OffscreenCanvas(this.width, this.height);
    other.getContext('2d');
    return own.call(other);
  };
})()`;

describe.skipIf(!found)('a picture that a GPU paints', () => {
  let site: Site;
  let browser: Browser | undefined;

  async function visit(): Promise<Page> {
    const page = await browser?.newPage();
    if (!page) throw new Error('There is no browser.');
    await page.goto(site.address);
    await page.waitForFunction('globalThis.easel !== undefined');
    return page;
  }

  const act = <Name extends keyof Easel>(
    page: Page,
    name: Name,
    ...args: Parameters<Easel[Name]>
  ): Promise<Awaited<ReturnType<Easel[Name]>>> =>
    page.evaluate(`globalThis.easel[${JSON.stringify(name)}](...${JSON.stringify(args)})`) as Promise<
      Awaited<ReturnType<Easel[Name]>>
    >;

  /** Paints until some frames were shown, in a worker that was changed so, and compares the last with what is read back. */
  async function painted(page: Page, longest: number, change = 'undefined') {
    const changed = page.waitForEvent('worker').then(async worker => {
      await worker.evaluate(change);
      return worker;
    });
    const [worker, description] = await Promise.all([changed, act(page, 'begin', graph, longest)]);
    expect(description).toContain('WebGPU');
    await act(page, 'shown', 1);
    await worker.evaluate(counting);
    const before = await act(page, 'counts');
    await act(page, 'shown', 8);
    const maps = (await worker.evaluate('({ ...maps })')) as { readonly large: number };
    const after = await act(page, 'counts');
    const still = await act(page, 'still', longest);
    await page.close();
    expect(after.failed).toBe(undefined);
    return {
      ...still,
      large: maps.large,
      frames: after.frames - before.frames,
      checkpoints: after.checkpoints - before.checkpoints,
    };
  }

  const furthest = (some: readonly number[], others: readonly number[]): number =>
    some.reduce((most, value, at) => Math.max(most, Math.abs(value - Number(others[at]))), 0);

  beforeAll(async () => {
    site = await openSite(fileURLToPath(new URL('page.ts', import.meta.url)));
    browser = await chromium.launch({
      executablePath: found?.path ?? '',
      headless: true,
      // As root, as in a container, Chromium starts only without its sandbox.
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...pretended],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test.each([
    ['in full', 64],
    ['made smaller', 20],
  ])('is shown without being read back, %s, as it is', async (_, longest) => {
    const { shown, read, full, large, frames, checkpoints } = await painted(await visit(), longest);
    expect(full).toEqual([height, width, 3]);
    expect(shown.width).toBe(Math.min(longest, width));
    expect(shown.rgba).toHaveLength(read.length);
    expect(furthest(shown.rgba, read)).toBeLessThanOrEqual(1);
    // No grey canvas: there is something to be seen.
    expect(new Set(read).size).toBeGreaterThan(10);
    expect(frames).toBeGreaterThanOrEqual(8);
    // A checkpoint is the picture and what Adam carries for it; a copy under way when counting began may end later.
    expect(large).toBeLessThanOrEqual(3 * (checkpoints + 1));
  });

  test('is read back where nothing is seen of what a GPU draws on a canvas', async () => {
    const { shown, read, large, frames } = await painted(await visit(), 20, blank);
    expect(furthest(shown.rgba, read)).toBe(0);
    expect(large).toBeGreaterThanOrEqual(frames - 2);
  });
});
