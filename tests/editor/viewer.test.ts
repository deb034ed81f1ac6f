/** The picture, large: painted, paused, compared, gone back to, measured and saved, as a person does it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('the viewer', () => {
  let house: EditorHouse;
  let page: Page;
  let viewer: Locator;

  beforeAll(async () => {
    house = await openHouse();
    ({ page } = await house.visit());
    page.setDefaultTimeout(30_000);
    // Where a browser asks for a place, nobody here could answer.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.reload();
    viewer = page.getByRole('region', { name: 'Picture', exact: true });
    await paintSmall(page);
  }, 240_000);
  afterAll(() => house?.close());

  const button = (name: string) => viewer.getByRole('button', { name, exact: true });
  const picture = (name = 'Output') => viewer.getByRole('img', { name: `Picture of ${name}` });
  const pixels = (of: Locator) => of.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());
  const iteration = async () =>
    Number(/Iteration (\d+) of/.exec((await viewer.textContent()) ?? '')?.[1] ?? Number.NaN);
  const isPlaying = () => button('Pause').isVisible();
  const pause = async () => {
    if (await isPlaying()) await button('Pause').click();
    await viewer.getByText('Paused').waitFor();
  };
  const play = async () => {
    if (!(await isPlaying())) await button('Paint').click();
    await button('Pause').waitFor();
  };

  test('the picture changes while it is painted, stands while it is paused, and goes on', async () => {
    const before = await pixels(picture());
    await expect.poll(() => pixels(picture()), { timeout: 30_000 }).not.toBe(before);
    await pause();
    const stood = await iteration();
    await button('One iteration').click();
    await expect.poll(iteration, { timeout: 30_000 }).toBe(stood + 1);
    await viewer.getByText('Paused').waitFor();
    await button('One iteration').click();
    await expect.poll(iteration, { timeout: 30_000 }).toBe(stood + 2);
    await play();
    await expect.poll(iteration, { timeout: 30_000 }).toBeGreaterThan(stood + 3);
  }, 120_000);

  test('it begins again, when asked to', async () => {
    await pause();
    const stood = await iteration();
    await button('Begin again').click();
    await isEarlier(page, stood);
    await button('Pause').waitFor();
  }, 120_000);

  test('it is compared with its start by a line that the arrow keys move, by flicker, and side by side', async () => {
    await expect.poll(iteration, { timeout: 30_000 }).toBeGreaterThan(5);
    await pause();
    await button('Compare').click();
    const line = viewer.getByRole('slider', { name: 'Line between the two pictures' });
    await line.focus();
    await page.keyboard.press('ArrowRight');
    expect(await line.getAttribute('aria-valuenow')).toBe('52');
    const stage = viewer.getByRole('region', { name: /^Picture, to be zoomed/ });
    const seen = async (key: string) => {
      await page.keyboard.press(key);
      return (await stage.screenshot()).toString('base64');
    };
    const [start, now] = [await seen('End'), await seen('Home')];
    expect(await line.getAttribute('aria-valuenow')).toBe('0');
    expect(start).not.toBe(now);

    await button('Flicker').click();
    expect(await picture('Start').isVisible()).toBe(false);
    await button('Show the other one').click();
    expect(await picture('Start').isVisible()).toBe(true);

    await button('Side by side').click();
    const [left, right] = [await picture('Start').boundingBox(), await picture().boundingBox()];
    const apart = left && right && (left.x + left.width <= right.x || left.y + left.height <= right.y);
    expect(apart).toBe(true);

    await button('Pin this picture').click();
    await viewer.getByRole('button', { name: /^Compare with/ }).click();
    await page.getByRole('menuitemcheckbox', { name: `Pinned, iteration ${await iteration()}` }).click();
    await picture('Pinned, iteration').waitFor();
    await button('End comparing').click();
    expect(await picture('Start').count()).toBe(0);
  }, 120_000);

  test('by keyboard it is gone back to a checkpoint, and painted on from there', async () => {
    await play();
    await expect.poll(iteration, { timeout: 60_000 }).toBeGreaterThan(15);
    await pause();
    const stood = await iteration();
    const now = await pixels(picture());
    const timeline = viewer.getByRole('slider', { name: 'Timeline' });
    await timeline.focus();
    await page.keyboard.press('Home');
    expect(await timeline.getAttribute('aria-valuetext')).toBe('Iteration 1');
    await expect.poll(() => pixels(picture('Iteration 1')), { timeout: 30_000 }).not.toBe(now);
    await page.keyboard.press('ArrowRight');
    expect(await timeline.getAttribute('aria-valuetext')).toBe('Iteration 2');
    await button('Paint on from here').click();
    await isEarlier(page, stood);
    await button('Pause').waitFor();
    await picture().waitFor();
  }, 120_000);

  test('the chart has a line for each term and one for all, and grows', async () => {
    await play();
    await button('Loss chart').click();
    const chart = viewer.getByRole('figure', { name: 'Loss chart' });
    const total = chart.getByRole('button', { name: /^Total/ });
    await total.waitFor();
    const names = (await chart.getByRole('button').allTextContents()).map(text => text.split(' ')[0]);
    expect(names.sort()).toEqual([
      'Total',
      'content/relu4_2',
      ...[1, 2, 3, 4, 5].map(block => `style/relu${block}_1`),
      'variation/variation',
    ]);
    const before = await total.textContent();
    await expect.poll(() => total.textContent(), { timeout: 30_000 }).not.toBe(before);
    await total.click();
    expect(await total.getAttribute('aria-pressed')).toBe('false');
    await button('Loss chart').click();
    expect(await chart.count()).toBe(0);
  }, 120_000);

  test('it is saved as a PNG in its own size, named after the document and the iteration', async () => {
    await pause();
    await button('Save the picture').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save as PNG', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`gatys-2015-iteration-${await iteration()}.png`);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([64, 48]);
  }, 120_000);

  test('what is painted is painted on, and says when it was edited on the way', async () => {
    await setParameter(page, 'Optimiser', 'Iterations', '30');
    await button('Begin again').click();
    await viewer.getByText('Painted', { exact: true }).waitFor();
    await button('Paint on for 30 more iterations').click();
    await expect.poll(() => viewer.textContent(), { timeout: 30_000 }).toContain('of 60');
    expect(await viewer.getByText('mixed', { exact: true }).count()).toBe(0);
    await setParameter(page, 'Style loss', 'Weight', '3');
    await viewer.getByText('mixed', { exact: true }).waitFor();
  }, 120_000);
});

/** So small that an iteration takes no time. */
async function paintSmall(page: Page): Promise<void> {
  const viewer = page.getByRole('region', { name: 'Picture', exact: true });
  // So many that no test finds it at its end.
  await setParameter(page, 'Optimiser', 'Iterations', '90000');
  await page.getByRole('main').getByText('Output', { exact: true }).click();
  for (const at of [0, 1]) await setParameter(page, 'Resize', 'Size', '64', at);
  await viewer.getByRole('img', { name: 'Picture of Output' }).waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLCanvasElement>('[data-region="viewer"] canvas[role="img"]')?.width === 64,
  );
}

async function setParameter(page: Page, node: string, name: string, value: string, at = 0): Promise<void> {
  await page.getByRole('main').getByText(node, { exact: true }).nth(at).click();
  const field = page.getByRole('tabpanel').getByRole('spinbutton', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

/** The moment after it went back passes quickly: it is looked for with every frame of the screen. */
const isEarlier = (page: Page, than: number) =>
  page.waitForFunction(stood => {
    const said = document.querySelector('[data-region="viewer"]')?.textContent ?? '';
    return Number(/Iteration (\d+) of/.exec(said)?.[1] ?? Number.POSITIVE_INFINITY) < stood;
  }, than);
