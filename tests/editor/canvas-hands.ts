/** What a person does on the canvas, for the tests of this folder: finding nodes and wires, taking hold, pasting. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { EditorHouse } from './editor-page.ts';

export type Point = [x: number, y: number];

/** The editor as whoever has been here before finds it. */
export async function visitAgain(house: EditorHouse, query = '?paused') {
  const { origin } = new URL(house.address);
  const settings = { state: { language: 'en', theme: 'dark', welcomed: true }, version: 1 };
  const localStorage = [{ name: 'gramarye.settings', value: JSON.stringify(settings) }];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const { page, context } = await house.visit({ storageState }, query);
  page.setDefaultTimeout(15_000);
  await page.locator('.react-flow__node').first().waitFor();
  return { page, context };
}

/** Nodes by what a screen reader calls them; all of them without a name. */
export const node = (page: Page, name?: string): Locator =>
  name === undefined
    ? page.locator('.react-flow__node-node')
    : page.getByRole('group', { name: new RegExp(`(^|, )${name},`) });

export const wire = (page: Page, name: string): Locator => page.getByRole('img', { name, exact: true });

export async function middleOf(place: Locator): Promise<Point> {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width / 2, y + height / 2];
}

/** Where a node is taken hold of. */
export async function headOf(place: Locator): Promise<Point> {
  const { x, y, width } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  return [x + width / 2, y + 8];
}

/** From the middle of `from` to a place on the page. */
export async function drag(page: Page, from: Locator, to: Point): Promise<void> {
  await page.mouse.move(...(await middleOf(from)));
  await page.mouse.down();
  await page.mouse.move(to[0] - 20, to[1] - 20, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

/** A node that needs no encoder, called `title`. */
export const resize = (x: number, y: number, title: string) => ({
  kind: 'resize',
  version: 1,
  params: {},
  title,
  position: { x, y },
});

/** A graph as the text of its file. */
export const file = (nodes: object, edges: object) =>
  JSON.stringify({ format: 'gramarye', schema: 1, title: '', nodes, edges });

/** Two that are wired, and one that is not. */
export const twoImages = file(
  { one: resize(0, 0, 'one'), small: resize(520, 0, 'small'), free: resize(200, 240, 'free') },
  [{ from: 'one.image', to: 'small.image' }],
);

/** Replaces the graph by the one in `text`, as if it came from the clipboard, and shows all of it. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.getByRole('application', { name: 'Graph' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.evaluate(pasted => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('menuitem', { name: 'View' }).click();
  await page.getByRole('menuitem', { name: /^Fit/ }).first().click();
  await settled(page);
}

export async function selectNothing(page: Page): Promise<void> {
  await page.getByRole('application', { name: 'Graph' }).focus();
  await page.keyboard.press('Escape');
}

/** Until nothing moves or renders any more. */
export async function settled(page: Page): Promise<void> {
  let before = '';
  const state = () =>
    page.evaluate(() => {
      const viewport = document.querySelector('.react-flow__viewport')?.getAttribute('style');
      const counted: unknown = Reflect.get(globalThis, 'gramarye');
      const { renders = new Map() } = (counted ?? {}) as { readonly renders?: ReadonlyMap<string, number> };
      return `${viewport} ${[...renders.values()].join(' ')}`;
    });
  await expect
    .poll(
      async () => {
        const now = await state();
        const isStill = now === before;
        before = now;
        return isStill;
      },
      { interval: 400, timeout: 30_000 },
    )
    .toBe(true);
}
