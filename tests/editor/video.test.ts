/**
 * A video painted in the page: every frame of the file that came in is in the file that goes out. What ten seconds
 * take, and how much they flicker, is told by `GRAMARYE_FILM=full npx vitest run tests/editor/video.test.ts`.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';
import { type Clip, type ClipFacts, factsOfClip, makeClip } from './film-clip.ts';
import { adainGraph, optimisingGraph } from './film-graphs.ts';

const isFull = process.env.GRAMARYE_FILM === 'full';

describe.skipIf(noBrowser)('a video', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Paint a video' });

  async function open(page: Page, graph: object): Promise<void> {
    const pane = page.locator('.react-flow__pane');
    await page.locator('.react-flow__node').first().waitFor();
    const dataTransfer = await page.evaluateHandle(text => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'film.gramarye.json', { type: 'application/json' }));
      return data;
    }, JSON.stringify(graph));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await pane.dispatchEvent(type, { dataTransfer, clientX: 300, clientY: 200 });
    }
    await page.waitForFunction(() => document.title.includes('A film'));
    await page.getByRole('menuitem', { name: 'Run' }).click();
    await page.getByRole('menuitem', { name: 'Paint a video…' }).click();
    await dialog(page).waitFor();
  }

  async function choose(page: Page, clip: Buffer): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog(page).getByRole('button', { name: 'Choose a video…' }).click(),
    ]);
    await chooser.setFiles({ name: 'clip.webm', mimeType: 'video/webm', buffer: clip });
    await dialog(page)
      .getByText(/clip\.webm: /)
      .waitFor();
  }

  async function set(page: Page, name: string, value: number): Promise<void> {
    const field = dialog(page).getByRole('spinbutton', { name, exact: true });
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** The file, as it can be saved. */
  async function result(page: Page, timeout: number): Promise<Buffer> {
    const video = dialog(page).getByLabel('The painted video');
    await video.waitFor({ timeout });
    const base64 = await video.evaluate(async element => {
      const bytes = new Uint8Array(await (await fetch((element as HTMLVideoElement).src)).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    });
    return Buffer.from(base64, 'base64');
  }

  interface Wish {
    readonly graph: object;
    readonly clip: Clip;
    readonly steadiness: number;
    readonly iterations?: number;
    readonly format?: 'WebM' | 'MP4';
    readonly timeout: number;
  }

  async function paint({ graph, clip, steadiness, iterations, format, timeout }: Wish) {
    const { context, page } = await house.visit();
    const given = await makeClip(page, clip);
    expect((await factsOfClip(given)).frames).toBe(clip.frames);
    await open(page, graph);
    await choose(page, given);
    await set(page, 'Longer side, in pixels', clip.width);
    await set(page, 'Steadiness', steadiness);
    if (iterations !== undefined) await set(page, 'Iterations a frame', iterations);
    if (format) await dialog(page).getByRole('radio', { name: format }).click();
    await dialog(page).getByRole('button', { name: 'Paint', exact: true }).click();
    const file = await result(page, timeout);
    const said = await dialog(page)
      .getByText(/^Flicker/)
      .textContent();
    const pace = await dialog(page)
      .getByText(/s a frame$/)
      .textContent();
    await context.close();
    return { file, facts: await factsOfClip(file), flicker: flickerIn(said ?? ''), pace };
  }

  /** Every frame is there, at its time: a WebM does not say how long the last one lasts. */
  function expectWhole({ duration, ...facts }: ClipFacts, { frames, rate, width, height }: Clip): void {
    expect(facts).toEqual({ frames, width, height });
    expect(duration).toBeGreaterThan((frames - 1) / rate - 0.01);
    expect(duration).toBeLessThan(frames / rate + 0.01);
  }

  test.skipIf(isFull)('every frame is in the file, and the temporal loss calms it', async () => {
    const clip = { frames: 5, rate: 10, width: 64, height: 48 };
    const { facts, flicker } = await paint({
      graph: adainGraph(64),
      clip,
      steadiness: 2,
      format: 'MP4',
      timeout: 60_000,
    });
    expectWhole(facts, clip);
    expect(flicker.film).toBeLessThan(flicker.made ?? 0);
  });

  const seconds = { frames: 300, rate: 30, width: 256, height: 192 };

  test.runIf(isFull)('ten seconds by the feed-forward path', { timeout: 3_000_000 }, async () => {
    const { file, facts, flicker, pace } = await paint({
      graph: adainGraph(256),
      clip: seconds,
      steadiness: 1,
      timeout: 2_900_000,
    });
    writeFileSync(join(tmpdir(), 'gramarye-film.webm'), file);
    console.log('AdaIN, 300 frames of 256 × 192:', flicker, pace);
    expectWhole(facts, seconds);
    expect(flicker.film).toBeLessThan(flicker.made ?? 0);
  });

  test.runIf(isFull)(
    'a second by optimising, with and without the temporal loss',
    { timeout: 3_000_000 },
    async () => {
      const clip = { frames: 12, rate: 12, width: 128, height: 96 };
      const flickers: number[] = [];
      for (const steadiness of [0, 1]) {
        const wish = { graph: optimisingGraph(128), clip, steadiness, iterations: 20, timeout: 2_900_000 };
        const { facts, flicker, pace } = await paint(wish);
        console.log(`Gatys, 12 frames of 128 × 96, steadiness ${steadiness}:`, flicker, pace);
        expectWhole(facts, clip);
        flickers.push(flicker.film);
      }
      expect(flickers[1]).toBeLessThan(flickers[0] ?? 0);
    },
  );
});

/** In per cent, of the sentence that says it. */
function flickerIn(said: string): { film: number; made?: number; source: number } {
  const [film = Number.NaN, second = Number.NaN, third] = [...said.matchAll(/([\d.]+) %/g)].map(([, n]) =>
    Number(n),
  );
  return third === undefined ? { film, source: second } : { film, made: second, source: third };
}
