/** Commands as a person reaches them: by the palette, by keys, in the menus; and the page in both themes and languages. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('commands', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** An empty graph: nothing paints, so that nothing but what is tried takes its time. */
  async function emptyGraph() {
    const { page, context } = await house.visit({ colorScheme: 'dark' }, '?paused');
    // Without it the browser asks where to put a file; nobody could answer here.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.reload();
    await page.getByRole('menubar').waitFor();
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Name of the document' }).waitFor();
    await page.waitForFunction(() => document.title.startsWith('Untitled'));
    return { page, context };
  }

  async function savedText(page: Page): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    return readFile(await download.path(), 'utf8');
  }

  async function byPalette(page: Page, search: string): Promise<void> {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search commands' });
    await field.fill(search);
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  test('the palette finds a command by name in either language and does it with Enter', async () => {
    const { page, context } = await emptyGraph();
    await byPalette(page, 'gram matrix');
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('option', { name: /Gram matrix/ }).waitFor();
    await byPalette(page, '损失 内容');
    await page.getByRole('option', { name: /Content loss/ }).waitFor();

    await page.keyboard.press('Control+k');
    const redo = page.getByRole('option', { name: /^Redo/ });
    expect(await redo.getAttribute('aria-disabled')).toBe('true');
    expect(await redo.textContent()).toContain('Nothing was undone.');
    await context.close();
  });

  test('fifty gestures are undone to the start and done again to the same document', async () => {
    const { page, context } = await emptyGraph();
    const start = await savedText(page);
    await byPalette(page, 'resize');
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('application').first().focus();
    const keys = ['Control+m', 'Control+b', 'Control+m', 'Control+m', 'Control+d'];
    for (let gesture = 2; gesture <= 50; gesture++) {
      if (gesture !== 25) await page.keyboard.press(keys[gesture % 5] ?? '');
      else {
        await page.keyboard.press('Delete');
        await page.keyboard.press('Control+a');
      }
    }
    const step = (count: number) =>
      page.getByRole('option', { selected: true }).filter({ hasText: `${count}` });
    await step(50).waitFor();
    const end = await savedText(page);

    for (let back = 0; back < 50; back++) await page.keyboard.press('Control+z');
    await page.getByRole('option', { name: 'As it was opened', selected: true }).waitFor();
    expect(await savedText(page)).toBe(start);
    for (let again = 0; again < 50; again++) await page.keyboard.press('Control+Shift+z');
    await step(50).waitFor();
    expect(await savedText(page)).toBe(end);
    expect(end).not.toBe(start);

    // The list goes anywhere at once, by its keys.
    await page.getByRole('listbox', { name: 'History' }).focus();
    await page.keyboard.press('Home');
    expect(await savedText(page)).toBe(start);
    await page.keyboard.press('End');
    expect(await savedText(page)).toBe(end);
    await context.close();
  });

  test('language and theme change at once, and stay', async () => {
    const { page, context } = await emptyGraph();
    await page.getByRole('radio', { name: '中文' }).click();
    await page.getByRole('menuitem', { name: '文件' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.waitForFunction(() => document.title.startsWith('未命名'));
    await page.getByRole('radio', { name: '浅色' }).click();
    await page.locator('html[data-theme="light"]').waitFor();
    await page.reload();
    await page.getByRole('menuitem', { name: '文件' }).waitFor();
    await page.locator('html[data-theme="light"]').waitFor();
    await context.close();
  });

  test('the sheet of shortcuts opens with ? and not while one writes; menus go by keyboard', async () => {
    const { page, context } = await emptyGraph();
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await page.keyboard.press('?');
    await sheet.getByText('Paint or pause').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    const title = page.getByRole('textbox', { name: 'Name of the document' });
    await title.fill('Why?');
    await title.press('Enter');
    expect(await sheet.count()).toBe(0);
    await page.waitForFunction(() => document.title.startsWith('Why?'));

    await page.getByRole('menuitem', { name: 'File' }).focus();
    const focused = page.locator(':focus');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Edit' }).and(focused).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Undo: Rename to “Why?”' }).and(focused).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.title.startsWith('Untitled'));
    await context.close();
  });

  test('right-clicking a node selects it and offers what can be done with it', async () => {
    const { page, context } = await emptyGraph();
    await byPalette(page, 'total variation');
    await page.keyboard.press('Control+Shift+a');
    const node = page.locator('.react-flow__node').first();
    await node.click({ button: 'right', position: { x: 30, y: 12 } });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await node.waitFor({ state: 'detached' });
    await context.close();
  });

  test('three things to try are ticked as they are done, and the card goes for good', async () => {
    const { page, context } = await house.visit({}, '?paused');
    const card = page.getByRole('complementary', { name: 'Three things to try' });
    await card.waitFor();
    const styleLoss = page.locator('.react-flow__node[data-id="styleLoss"]');
    await styleLoss.getByRole('slider', { name: 'Weight', exact: true }).press('ArrowRight');
    await card.getByRole('listitem').nth(1).getByRole('img', { name: 'Done' }).waitFor();
    expect(await card.getByRole('img', { name: 'Done' }).count()).toBe(1);
    await card.getByRole('button', { name: 'Put away' }).click();
    await card.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('menubar').waitFor();
    expect(await card.count()).toBe(0);
    await byPalette(page, 'three things');
    await card.waitFor();
    await context.close();
  });
});
