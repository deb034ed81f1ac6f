/** A graph travels: two people, each with a browser of their own, and nothing but the static page between them. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeInPng } from '../../src/graph/share/png/recipe-in-png.ts';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** The default graph, so small that it paints fast. */
const small = readFileSync('presets/gatys.gramarye.json', 'utf8')
  .replaceAll('"size": 256', '"size": 64')
  .replace('"iterations": 200', '"iterations": 12')
  .replace('Gatys 2015', 'Small');

describe.skipIf(noBrowser)('sharing in the editor', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const title = (page: Page) => page.getByRole('textbox', { name: 'Name of the document' });
  const viewer = (page: Page) => page.getByRole('region', { name: 'Picture', exact: true });

  async function visitWith(text: string, name: string) {
    const visited = await house.visit();
    // Nobody is there to answer where a file is to lie.
    await visited.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await visited.page.locator('.react-flow__node').first().waitFor();
    await drop(visited.page, Buffer.from(text), `${name}.gramarye.json`, { x: 400, y: 120 });
    await expect.poll(() => title(visited.page).inputValue()).toBe(name);
    return visited;
  }

  test('a saved PNG tells how it was made, and opens elsewhere as its graph', async () => {
    const { context, page } = await visitWith(small, 'Small');
    await viewer(page).getByText('Painted', { exact: true }).waitFor({ timeout: 60_000 });
    const bytes = await savedAs(page, 'PNG');
    const read = recipeInPng(bytes);
    expect(read).toMatchObject({
      ok: true,
      value: {
        backend: 'wasm',
        repeatable: true,
        painted: { optimiser: { seed: 0, iterations: 12 } },
        encoders: { lite: expect.stringMatching(/^[0-9a-f]{64}$/) },
        images: { 'sample:night-sky': { width: 640 } },
        repairs: [],
      },
    });
    expect(recipeInPng(await savedAs(page, 'PNG without its recipe')).ok).toBe(false);
    const deep = await savedAs(page, 'PNG with 16 bits');
    expect([deep[24], recipeInPng(deep).ok]).toEqual([16, true]);
    await context.close();

    const other = await house.visit();
    await other.page.locator('.react-flow__node').first().waitFor();
    await drop(other.page, bytes, 'small.png', { x: 400, y: 120 });
    await expect.poll(() => title(other.page).inputValue()).toBe('Small');
    // It was meant as a picture: it becomes one where the person was before.
    await other.page.getByRole('button', { name: 'Use as a picture' }).click();
    await expect.poll(() => title(other.page).inputValue()).toBe('Gatys 2015');
    await other.page.getByRole('main').getByText('small.png').waitFor();
    await other.context.close();
  }, 120_000);
});

async function savedAs(page: Page, format: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Save the picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: `Save as ${format}`, exact: true }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

/** What a browser does when a person drops a file; there is no other way to do that from outside. */
const drop = (page: Page, bytes: Uint8Array, name: string, at: { readonly x: number; readonly y: number }) =>
  page.evaluate(
    ({ base64, name, at }) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      transfer.items.add(new File([content], name));
      const place = {
        bubbles: true,
        cancelable: true,
        dataTransfer: transfer,
        clientX: at.x,
        clientY: at.y,
      };
      const under = document.elementFromPoint(at.x, at.y) ?? document.body;
      under.dispatchEvent(new DragEvent('dragover', place));
      under.dispatchEvent(new DragEvent('drop', place));
    },
    { base64: Buffer.from(bytes).toString('base64'), name, at },
  );
