/** The gallery: what ships opens without a word of warning, and what a person saves there is found again. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('presets in the editor', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const title = (page: Page) => page.getByRole('textbox', { name: 'Name of the document' });
  const gallery = (page: Page) => page.getByRole('dialog', { name: 'Presets' });
  const cards = (page: Page) => gallery(page).getByRole('list', { name: 'Presets' }).locator('[data-card]');

  async function visit() {
    const { context, page } = await house.visit();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', said => ['warning', 'error'].includes(said.type()) && problems.push(said.text()));
    await page.locator('.react-flow__node').first().waitFor();
    return { context, page, problems };
  }

  test('every one that ships opens as a new document, and nothing is wrong with it', async () => {
    const { context, page, problems } = await visit();
    await page.keyboard.press('Alt+p');
    await cards(page).first().waitFor();
    const names = await cards(page).locator('strong').allInnerTexts();
    expect(names.length).toBeGreaterThanOrEqual(12);
    await page.keyboard.press('Escape');
    for (const name of names) {
      await page.keyboard.press('Alt+p');
      await cards(page).filter({ hasText: name }).first().click();
      await expect.poll(() => title(page).inputValue()).toBe(name);
      await page.locator('.react-flow__node').first().waitFor();
      expect(await page.locator('[data-sonner-toast]').count(), name).toBe(0);
      expect(await page.locator('.react-flow__node [data-state="failed"]').count(), name).toBe(0);
    }
    expect(problems).toEqual([]);
    await context.close();
  }, 120_000);

  test('a group is saved, survives a reload, is found in both places, keeps its parameters, and is given to another', async () => {
    const { context, page } = await visit();
    const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
    const onTitle = { position: { x: 30, y: 8 } };
    await node('styleLoss').click(onTitle);
    await node('variation').click({ ...onTitle, modifiers: ['Control'] });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('save as a preset');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Two losses');
    await page.getByLabel('Tags').fill('mine, losses');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('“Two losses” is among your presets.').waitFor();

    await page.reload();
    await page.locator('.react-flow__node').first().waitFor();
    const count = await page.locator('.react-flow__node').count();
    await page.keyboard.press('Alt+p');
    await gallery(page).getByRole('button', { name: 'losses', exact: true }).click();
    await expect.poll(() => cards(page).allInnerTexts()).toEqual([expect.stringContaining('Two losses')]);
    await cards(page).click();
    // Two nodes, and the frame that makes them a group.
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(count + 3);

    await page.keyboard.press('Shift+A');
    await page.getByRole('combobox').fill('two losses');
    await page.getByRole('option', { name: /Two losses/ }).click();
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(count + 6);

    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.keyboard.press('Alt+p');
    const toFile = gallery(page).getByRole('button', { name: 'Yours as a file…' });
    const [saved] = await Promise.all([page.waitForEvent('download'), toFile.click()]);
    const collection = { name: 'theirs.json', mimeType: '', buffer: readFileSync(await saved.path()) };
    await context.close();
    const { context: elsewhere, page: other } = await visit();
    await other.keyboard.press('Alt+p');
    const fromFile = gallery(other).getByRole('button', { name: 'From a file…' });
    const [asked] = await Promise.all([other.waitForEvent('filechooser'), fromFile.click()]);
    await asked.setFiles(collection);
    await cards(other).filter({ hasText: 'Two losses' }).waitFor();
    await elsewhere.close();
  }, 90_000);
});
