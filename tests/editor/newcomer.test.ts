/** A first visit: what a person who has read nothing does within minutes, by mouse, on a large screen and a small one. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** A machine that is busy with something else is given its time. */
const patient = { timeout: 60_000 };

describe.skipIf(noBrowser)('a newcomer', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test.each([
    [1440, 900],
    [1024, 700],
  ])(
    'swaps the style, drags its weight, switches a layer off, compares and saves, at %i × %i',
    async (width, height) => {
      const { page, context } = await house.visit({ viewport: { width, height } });
      page.setDefaultTimeout(patient.timeout);
      // Without it the browser asks where to put a file; nobody could answer here.
      await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      await page.reload();
      const card = page.getByRole('complementary', { name: 'Three things to try' });
      const inspector = page.getByRole('tabpanel', { name: 'Inspector' });
      const viewer = page.getByRole('region', { name: 'Picture', exact: true });
      const painted = async () =>
        Number(/Iteration (\d+) of/.exec((await viewer.textContent()) ?? '')?.[1] ?? 0);
      const isTried = (what: string) =>
        card.getByRole('listitem').filter({ hasText: what }).getByRole('img', { name: 'Done' }).waitFor();

      // It paints without being asked to, and nothing lies over the graph.
      await expect.poll(painted, patient).toBeGreaterThan(0);
      expect(await coveredBy(page, card)).toEqual([]);

      await node(page, 'Style').getByRole('img', { name: 'Night sky' }).dblclick();
      await page.getByRole('dialog').getByRole('button', { name: 'Woodblock wave' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await isTried('Swap the style');
      await viewer.getByRole('img', { name: 'Picture of Output' }).waitFor();

      await node(page, 'Style loss').getByText('Style loss', { exact: true }).click();
      const weight = inspector.getByRole('slider', { name: 'Weight', exact: true });
      const before = Number(await weight.inputValue());
      await slideToTheRight(page, weight);
      expect(Number(await weight.inputValue())).toBeGreaterThan(before);
      await isTried('Drag the style’s weight');

      // Whoever does not know where, is shown.
      await card.getByRole('button', { name: 'Switch a layer off' }).click();
      const layer = inspector.getByRole('button', { name: 'relu5_1', exact: true });
      expect(await layer.getAttribute('aria-pressed')).toBe('true');
      await layer.click();
      expect(await layer.getAttribute('aria-pressed')).toBe('false');
      await page.getByText('You tried all three').waitFor();

      const at = await painted();
      await expect.poll(painted, patient).not.toBe(at);
      await viewer.getByRole('button', { name: 'Compare', exact: true }).click();
      const line = viewer.getByRole('slider', { name: 'Line between the two pictures' });
      const { x, y, width: thick, height: long } = await boxOf(line);
      await page.mouse.move(x + thick / 2, y + long / 2);
      await page.mouse.down();
      await page.mouse.move(x - 80, y + long / 2, { steps: 4 });
      await page.mouse.up();
      expect(Number(await line.getAttribute('aria-valuenow'))).toBeLessThan(45);

      await viewer.getByRole('button', { name: 'Save the picture' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'Save as PNG', exact: true }).click(),
      ]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([256, 192]);
      // Nothing that was done on the way was refused.
      expect(
        await page
          .getByRole('listitem')
          .filter({ hasText: /cannot|could not/i })
          .count(),
      ).toBe(0);
      await context.close();
    },
    300_000,
  );
});

const node = (page: Page, title: string): Locator =>
  page.getByRole('group', { name: new RegExp(`(^|, )${title},`) });

/** The nodes that lie behind `card`, by their titles. */
async function coveredBy(page: Page, card: Locator): Promise<readonly string[]> {
  const over = await boxOf(card);
  const nodes = await page.locator('.react-flow__node').all();
  const found = await Promise.all(
    nodes.map(async one => {
      const { x, y, width, height } = await boxOf(one);
      const isApart =
        x >= over.x + over.width || over.x >= x + width || y >= over.y + over.height || over.y >= y + height;
      return isApart ? [] : [(await one.getAttribute('data-id')) ?? ''];
    }),
  );
  return found.flat();
}

async function slideToTheRight(page: Page, slider: Locator): Promise<void> {
  const { x, y, width, height } = await boxOf(slider);
  const share = Number(await slider.inputValue());
  const from = x + 6 + share * (width - 12);
  await page.mouse.move(from, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(from + 24, y + height / 2, { steps: 6 });
  await page.mouse.up();
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}
