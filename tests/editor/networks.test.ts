/** A person's feed-forward network in the editor: a folder is chosen, the picture is there, and it is there after a reload. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** A layers model of one layer, which turns a picture's colours around: red becomes blue. */
const model = {
  format: 'layers-model',
  modelTopology: {
    model_config: {
      class_name: 'Sequential',
      config: [{ class_name: 'Conv2D', config: { name: 'turn', padding: 'same', use_bias: false } }],
    },
  },
  weightsManifest: [
    { paths: ['w.bin'], weights: [{ name: 'turn/kernel', shape: [1, 1, 3, 3], dtype: 'float32' }] },
  ],
};
const exchanged = [0, 0, 1, 0, 1, 0, 1, 0, 0];

const node = (kind: string, x: number, params = {}) => ({ kind, version: 1, position: { x, y: 0 }, params });
const graph = {
  format: 'gramarye',
  schema: 1,
  title: 'In one pass',
  nodes: {
    image: node('image', 0, { source: 'sample:old-town' }),
    small: node('resize', 240, { size: 32 }),
    generator: node('generator', 480),
    output: node('output', 740),
  },
  edges: [
    { from: 'image.image', to: 'small.image' },
    { from: 'small.image', to: 'generator.image' },
    { from: 'generator.image', to: 'output.image' },
  ],
};

describe.skipIf(noBrowser)('a feed-forward network in the editor', () => {
  let house: EditorHouse;
  const folder = mkdtempSync(join(tmpdir(), 'gramarye-network-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'model.json'), JSON.stringify(model));
    writeFileSync(join(folder, 'w.bin'), new Uint8Array(Float32Array.from(exchanged).buffer));
    house = await openHouse();
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    return house?.close();
  });

  const generator = (page: Page) => page.locator('.react-flow__node').filter({ hasText: 'Generator' });
  const painted = (page: Page) => generator(page).locator('canvas').first();

  async function open(page: Page): Promise<void> {
    const pane = page.locator('.react-flow__pane');
    await page.locator('.react-flow__node').first().waitFor();
    const dataTransfer = await page.evaluateHandle(text => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'pass.gramarye.json', { type: 'application/json' }));
      return data;
    }, JSON.stringify(graph));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await pane.dispatchEvent(type, { dataTransfer, clientX: 300, clientY: 200 });
    }
    await generator(page).waitFor();
  }

  test('says that none is chosen, takes a folder, paints without an optimiser, and still does after a reload', async () => {
    const { context, page } = await house.visit();
    await open(page);
    await generator(page).getByText('No network is chosen').waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      generator(page)
        .getByRole('button', { name: /folder of a network/ })
        .click(),
    ]);
    await chooser.setFiles(folder);
    await generator(page).getByText('32 × 21').waitFor();
    expect(await generator(page).getByText('No network is chosen').count()).toBe(0);
    await expect.poll(() => colourOf(painted(page)), { timeout: 15_000 }).toBe('blue');
    await page.reload();
    await generator(page).waitFor();
    await expect.poll(() => colourOf(painted(page)), { timeout: 15_000 }).toBe('blue');
    await context.close();
  });
});

/** Old town is more red than blue, unless its colours were exchanged. */
async function colourOf(canvas: ReturnType<Page['locator']>): Promise<'red' | 'blue' | 'none'> {
  const [red, blue] = await canvas.evaluate(element => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    const context = copy.getContext('2d');
    if (width * height === 0 || !context) return [0, 0];
    context.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const sum = (channel: number) =>
      data.reduce((all, value, at) => all + (at % 4 === channel ? value : 0), 0);
    return [sum(0), sum(2)];
  });
  if (red === blue) return 'none';
  return (red ?? 0) > (blue ?? 0) ? 'red' : 'blue';
}
