/** What was tried, as a person finds it again: runs that are restored and compared, sweeps whose cells are adopted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('runs and sweeps', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  const patience = { timeout: 60_000 };
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
  const runs = (page: Page) => page.getByRole('list', { name: 'Runs, newest first' }).getByRole('listitem');
  const field = (page: Page, name: string) =>
    page.getByRole('tabpanel', { name: 'Inspector' }).getByRole('spinbutton', { name, exact: true });

  const select = async (page: Page, title: string, at = 0) => {
    await tab(page, 'Inspector');
    await page.getByRole('main').getByText(title, { exact: true }).nth(at).click();
  };
  const set = async (page: Page, name: string, value: string) => {
    await field(page, name).fill(value);
    await field(page, name).press('Enter');
  };

  /** The default graph, small enough to be painted while one watches. */
  async function openSmall(): Promise<Page> {
    const { page } = await house.visit();
    page.setDefaultTimeout(30_000);
    for (const at of [0, 1]) {
      await select(page, 'Resize', at);
      await set(page, 'Size', '32');
    }
    return page;
  }

  test('a change is a run with what differs; it is restored as one step, and compared with another', async () => {
    const page = await openSmall();
    await tab(page, 'Runs');
    await expect.poll(() => runs(page).first().textContent(), patience).toMatch(/\d{2,} iterations/);
    await select(page, 'Style loss');
    await set(page, 'Weight', '80');
    await tab(page, 'Runs');
    const newest = runs(page).first();
    await expect.poll(() => newest.textContent(), patience).toContain('Weight: 20 → 80');
    await expect.poll(() => newest.textContent(), patience).toMatch(/loss .+ · \d+ iterations?/);
    const before = runs(page).nth(1);
    await before.getByRole('img').waitFor();

    await before.hover();
    await before.getByRole('button', { name: 'Restore this graph' }).click();
    await select(page, 'Style loss');
    expect(await field(page, 'Weight').inputValue()).toBe('20');
    await page.getByRole('button', { name: 'Undo: Restore a run' }).click();
    expect(await field(page, 'Weight').inputValue()).toBe('80');

    await tab(page, 'Runs');
    await expect.poll(() => runs(page).count(), patience).toBeGreaterThan(1);
    for (const at of [0, 1]) await runs(page).nth(at).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Compare two' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two runs' });
    await expect.poll(() => dialog.getByRole('img').count(), patience).toBe(2);
    await dialog.getByRole('slider').press('End');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    const count = await runs(page).count();
    await runs(page).last().getByRole('checkbox').press('Delete');
    expect(await runs(page).count()).toBe(count - 1);
    const kept = await runs(page).last().textContent();
    await page.reload();
    await tab(page, 'Runs');
    await expect.poll(() => runs(page).last().textContent(), patience).toBe(kept);
    await page.context().close();
  }, 240_000);

  test('a sweep of two parameters fills its grid; a cell is adopted as one step', async () => {
    const page = await openSmall();
    await select(page, 'Style loss');
    await tab(page, 'Runs');
    await page.getByRole('button', { name: 'Sweep…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paint a sweep' });
    const across = dialog.getByRole('group', { name: 'Across' });
    expect(await across.getByRole('combobox').inputValue()).toBe('styleLoss.weight');
    await across.getByText('List', { exact: true }).click();
    await across.getByRole('textbox', { name: 'Values' }).fill('5, five');
    await across.getByText('five').waitFor();
    expect(await dialog.getByRole('button', { name: 'Paint' }).isDisabled()).toBe(true);
    await across.getByRole('textbox', { name: 'Values' }).fill('5, 500');
    const down = dialog.getByRole('group', { name: 'Down' });
    await down.getByRole('combobox').selectOption('picture.noise');
    await down.getByRole('textbox', { name: 'Values' }).fill('2');
    await dialog.getByRole('textbox', { name: 'Iterations' }).fill('3');
    await dialog.getByRole('textbox', { name: 'Size, pixels' }).fill('48');
    await dialog.getByText('4 pictures of 3 iterations').waitFor();
    await dialog.getByRole('button', { name: 'Paint' }).click();

    const sweep = page.getByRole('region', { name: /Sweep of Style loss · Weight × Picture · Noise/ });
    const cells = sweep.getByRole('button', { name: /Weight \d+, Picture · Noise \d+, loss / });
    await expect.poll(() => cells.count(), patience).toBe(4);
    await sweep.getByText('4 of 4 painted').waitFor();
    await sweep.getByRole('button', { name: /Weight 500, Picture · Noise 1, loss/ }).click();
    await select(page, 'Style loss');
    expect(await field(page, 'Weight').inputValue()).toBe('500');
    await page.getByRole('button', { name: /^Undo: Adopt/ }).click();
    expect(await field(page, 'Weight').inputValue()).toBe('20');

    await tab(page, 'Runs');
    const saving = page.waitForEvent('download');
    await sweep.getByRole('button', { name: 'Save as a contact sheet' }).click();
    expect((await saving).suggestedFilename()).toMatch(/sweep\.png$/);
    await sweep.getByRole('button', { name: 'Put the sweep away' }).click();
    await sweep.waitFor({ state: 'hidden' });
    await page.context().close();
  }, 240_000);
});
