/** The lenses on features, as somebody who wants to know what a layer sees has them: by keyboard, in the built page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('lenses on features', () => {
  let house: EditorHouse;
  let page: Page;
  beforeAll(async () => {
    house = await openHouse();
    ({ page } = await house.visit({ reducedMotion: 'reduce' }, '?paused'));
    page.setDefaultTimeout(30_000);
  }, 240_000);
  afterAll(() => house?.close());

  test('channels are walked over, a feature is the sum that is shown, a layer gives back what it keeps', async () => {
    const taps = page.locator('[data-id=contentTaps]');
    await taps.getByRole('button', { name: 'Look inside' }).click();
    const lens = page.getByRole('dialog', { name: 'Taps of the content' });
    const tiles = lens.getByRole('toolbar').getByRole('button');
    await tiles.first().focus();
    await page.keyboard.press('ArrowRight');
    const second = await tiles.nth(1).textContent();
    await lens.getByRole('heading', { name: `Channel ${second} of relu4_2` }).waitFor();
    await lens.getByRole('radio', { name: 'relu1_2' }).click();
    await lens.getByText(/channels of relu1_2/).waitFor();

    await lens.getByRole('tab', { name: 'One feature' }).click();
    const sums = lens.getByRole('region', { name: 'The sum that the feature is' });
    await lens.getByRole('slider').focus();
    await page.keyboard.press('ArrowDown');
    const place = await lens.getByRole('slider').getAttribute('aria-valuetext');
    await sums
      .getByRole('heading', { name: place?.split('. ')[0]?.replace(/ It looks.*/, '') ?? '' })
      .waitFor();
    const said = await sums.textContent();
    const [, graph = ''] = /As the graph has it: ([\d.]+)/.exec(said ?? '') ?? [];
    const [, paper = ''] = /max\(0, ([\d.]+)\)/.exec(said ?? '') ?? [];
    expect(Number(graph)).toBeGreaterThan(0);
    expect(paper).toBe(graph);

    await lens.getByRole('tab', { name: 'What it keeps' }).click();
    const content = lens.getByRole('region', { name: /^The content of/ });
    await content.getByRole('button', { name: 'Paint what relu1_1 keeps' }).click();
    await content.getByRole('img', { name: 'The content that relu1_1 keeps' }).waitFor();
    await content.getByRole('progressbar').waitFor({ state: 'detached' });

    await page.keyboard.press('Escape');
    await lens.waitFor({ state: 'detached' });
    // The painting waits as it did.
    await page.getByRole('button', { name: 'Paint on' }).first().waitFor();
  }, 120_000);
});
