/** The lenses on losses, by keyboard and by mouse: what they say is what they have measured. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('the lenses on losses', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  async function openLens(page: Page, keys: string) {
    await page.keyboard.press(keys);
    const lens = page.getByRole('dialog');
    await lens.getByText(/Before the first iteration|After \d+ iteration/).waitFor();
    return lens;
  }

  test('shares sum to one and are made even in one step; one loss takes a step alone, and back; an entry has its channels', async () => {
    // The picture stands where it starts, so that what is measured does not change beside the test.
    const { context, page } = await house.visit({}, '?paused');
    await page.getByText('Weighted sum').first().waitFor();
    await page.locator('body').focus();

    const balance = await openLens(page, 'Shift+B');
    const rows = balance.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count()).toBe(4);
    const sharesIn = async (column: number) => {
      const said = await rows.locator(`td:nth-child(${column})`).allTextContents();
      return said.map(Number.parseFloat);
    };
    for (const column of [2, 3]) {
      const shares = await sharesIn(column);
      expect(shares.length).toBe(3);
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(1.5);
    }
    await balance.getByText('times as hard as the softest').waitFor();
    await balance.getByRole('button', { name: 'Rebalance' }).click();
    await balance.getByText('All of them pull about equally hard').waitFor();
    // The content is where it wants to be: style and smoothness have half of the pull each.
    expect(await sharesIn(3)).toEqual([0, 50, 50]);
    await balance.getByRole('button', { name: 'Undo' }).click();
    await balance.getByText('times as hard as the softest').waitFor();
    await page.keyboard.press('Escape');

    const pulls = await openLens(page, 'Shift+P');
    await pulls.getByRole('button', { name: /Where style wants/ }).focus();
    await page.keyboard.press('ArrowRight');
    await pulls.getByText(/Pixel \d+, \d+ · content 0 · style/).waitFor();
    await pulls.getByRole('button', { name: /One step of style alone/ }).click();
    await pulls.getByText('After 1 iteration').waitFor();
    await pulls.getByRole('button', { name: 'Go back' }).click();
    await pulls.getByText('Before the first iteration').waitFor();
    await page.keyboard.press('Escape');

    const gram = await openLens(page, 'Shift+G');
    await gram.getByRole('button', { name: /^Target/ }).focus();
    await page.keyboard.press('ArrowDown');
    await gram.getByText(/Channels \d+ and \d+: [\d.e-]+ in the picture/).waitFor();
    await gram.getByRole('heading', { name: 'In the style' }).waitFor();
    await context.close();
  });
});
