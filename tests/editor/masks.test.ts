/** A mask painted in the page: by mouse and by key, a step for each stroke, in the picture at once and after a reload. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

const node = (kind: string, x: number, params = {}) => ({ kind, version: 1, position: { x, y: 0 }, params });
const graph = {
  format: 'gramarye',
  schema: 1,
  title: 'A region',
  nodes: {
    image: node('image', 0, { source: 'sample:old-town' }),
    small: node('resize', 240, { size: 32 }),
    region: { ...node('mask', 480, { from: 'painted', feather: 0 }), version: 2 },
    within: node('blend', 720, { amount: 1 }),
    output: node('output', 960),
  },
  edges: [
    { from: 'image.image', to: 'small.image' },
    { from: 'small.image', to: 'region.image' },
    { from: 'small.image', to: 'within.under' },
    { from: 'small.image', to: 'within.over' },
    { from: 'region.mask', to: 'within.mask' },
    { from: 'within.image', to: 'output.image' },
  ],
};

describe.skipIf(noBrowser)('the brush', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const masked = (page: Page) => page.locator('.react-flow__node').filter({ hasText: 'Mask' }).first();
  const opening = (page: Page) => masked(page).getByRole('button', { name: 'Paint the mask' });

  async function open(page: Page): Promise<void> {
    const pane = page.locator('.react-flow__pane');
    await page.locator('.react-flow__node').first().waitFor();
    const dataTransfer = await page.evaluateHandle(text => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'region.gramarye.json', { type: 'application/json' }));
      return data;
    }, JSON.stringify(graph));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await pane.dispatchEvent(type, { dataTransfer, clientX: 300, clientY: 200 });
    }
    await opening(page).waitFor();
  }

  test('a stroke by mouse, one by key, one taken back; the mask is there after a reload', async () => {
    const { context, page } = await house.visit();
    await open(page);
    await opening(page).press('Enter');
    const brush = page.getByRole('application', { name: 'The mask over its picture' });
    await brush.waitFor();
    const box = await brush.boundingBox();
    if (!box) throw new Error('There is nowhere to paint.');

    // Down the left side.
    await page.mouse.move(box.x + box.width * 0.15, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.15, box.y + box.height - 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => brightness(page), { timeout: 15_000 }).toEqual({ left: 'white', right: 'black' });

    await page.getByRole('button', { name: 'Invert' }).click();
    await expect.poll(() => brightness(page), { timeout: 15_000 }).toEqual({ left: 'black', right: 'white' });

    // From where the mouse left it, to the right and up again, with the eraser.
    await brush.press('x');
    await brush.press(' ');
    for (let n = 0; n < 12; n++) await brush.press('Shift+ArrowRight');
    for (let n = 0; n < 8; n++) await brush.press('Shift+ArrowUp');
    await brush.press(' ');
    await expect.poll(() => brightness(page), { timeout: 15_000 }).toEqual({ left: 'black', right: 'black' });

    await brush.press('Control+z');
    await expect.poll(() => brightness(page), { timeout: 15_000 }).toEqual({ left: 'black', right: 'white' });
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel').getByText('Mask: a stroke', { exact: true }).waitFor();
    await page.getByRole('tabpanel').getByText('Mask: inverted').waitFor();

    await page.reload();
    await expect.poll(() => brightness(page), { timeout: 15_000 }).toEqual({ left: 'black', right: 'white' });
    await context.close();
  });

  /** What the node shows, in the middle of its left and of its right side. */
  const brightness = (page: Page) =>
    masked(page)
      .locator('canvas')
      .first()
      .evaluate(element => {
        const { width, height } = element as HTMLCanvasElement;
        const copy = new OffscreenCanvas(width, height);
        const context = copy.getContext('2d');
        context?.drawImage(element as HTMLCanvasElement, 0, 0);
        const at = (x: number) => {
          const [red = 0] = context?.getImageData(Math.floor(x * width), height >> 1, 1, 1).data ?? [];
          return red > 200 ? 'white' : red < 55 ? 'black' : 'grey';
        };
        return { left: at(0.15), right: at(0.98) };
      });
});
