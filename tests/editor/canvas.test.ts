/** The canvas besides its wires: what is copied, what is framed, and what an iteration or a gesture renders. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  file,
  headOf,
  middleOf,
  node,
  pasteText,
  resize,
  selectNothing,
  settled,
  twoImages,
  visitAgain,
  wire,
} from './canvas-hands.ts';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('the canvas', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test('what is copied in one window is pasted in another, with its wires', async () => {
    const { page, context } = await visitAgain(house);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await pasteText(page, twoImages);
    await page.keyboard.press('Control+c');
    await page.getByText('3 things copied').waitFor({ state: 'attached' });
    // A profile of its own: the same one would ask which of its tabs is to work on the graph.
    const { page: other, context: beside } = await visitAgain(house);
    await beside.grantPermissions(['clipboard-read', 'clipboard-write']);
    await other.getByRole('application', { name: 'Graph' }).focus();
    await other.keyboard.press('Control+a');
    await other.keyboard.press('Delete');
    await expect.poll(() => node(other).count()).toBe(0);
    await other.keyboard.press('Control+v');
    await wire(other, 'one.image → small.image').waitFor();
    await other.keyboard.press('Control+d');
    await wire(other, 'one-2.image → small-2.image').waitFor();
    await beside.close();
    await context.close();
  });

  test('a frame takes along what lies in it', async () => {
    const { page, context } = await visitAgain(house);
    await pasteText(page, twoImages);
    await page.keyboard.press('Control+g');
    await page.getByRole('textbox', { name: 'Title of the frame' }).fill('Both');
    await page.keyboard.press('Enter');
    const before = await middleOf(node(page, 'free'));
    const [x, y] = await middleOf(page.getByText('Both'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 70, { steps: 5 });
    await page.mouse.up();
    const after = await middleOf(node(page, 'free'));
    expect(after[0] - before[0]).toBeGreaterThan(60);
    expect(after[1] - before[1]).toBeGreaterThan(40);
    // One gesture, one step.
    await page.keyboard.press('Control+z');
    await expect.poll(() => middleOf(node(page, 'free'))).toEqual(before);
    await context.close();
  });

  test('a node that is dragged among 300 renders, and no other', async () => {
    const { page, context } = await visitAgain(house, '?count&paused');
    await pasteText(page, chain(300));
    await expect.poll(() => node(page).count()).toBe(300);
    await selectNothing(page);
    await settled(page);
    const [x, y] = await headOf(page.locator('.react-flow__node[data-id="n150"]'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 4, y + 4, { steps: 2 });
    await settled(page);
    const before = await renders(page);
    await page.mouse.move(x + 20, y + 30, { steps: 5 });
    await page.mouse.up();
    const rendered = Object.keys(moreThan(before, await renders(page)));
    expect(rendered.filter(part => part.startsWith('node '))).toEqual(['node n150']);
    expect(rendered.filter(part => part.startsWith('sockets '))).toEqual([]);
    expect(rendered.filter(part => part.startsWith('wire ')).sort()).toEqual([
      'wire n150.image',
      'wire n151.image',
    ]);
    await context.close();
  });

  test('an iteration renders no node as a whole, no sockets and no wire', async () => {
    const { page, context } = await visitAgain(house, '?count');
    const iterations = () =>
      page
        .locator('.react-flow__node[data-id="optimiser"]')
        .innerText()
        .then(text => text);
    await expect.poll(iterations, { timeout: 60_000 }).toMatch(/[3-9] of|\d\d of/);
    await settled(page);
    const [before, at] = [await renders(page), await iterations()];
    await expect.poll(iterations, { timeout: 60_000 }).not.toBe(at);
    await expect.poll(iterations, { timeout: 60_000 }).not.toBe(at);
    expect(Object.keys(moreThan(before, await renders(page)))).toEqual([]);
    await context.close();
  });
});

function chain(length: number): string {
  const ids = Array.from({ length }, (_, i) => `n${i}`);
  return file(
    Object.fromEntries(ids.map((id, i) => [id, resize((i % 20) * 260, Math.floor(i / 20) * 220, id)])),
    ids.slice(1).map((id, i) => ({ from: `${ids[i]}.image`, to: `${id}.image` })),
  );
}

type Counts = Readonly<Record<string, number>>;

const renders = (page: Page): Promise<Counts> =>
  page.evaluate(() => {
    const counted: unknown = Reflect.get(globalThis, 'gramarye');
    const { renders } = counted as { readonly renders: ReadonlyMap<string, number> };
    return Object.fromEntries(renders);
  });

const moreThan = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(Object.entries(after).filter(([part, count]) => count > (before[part] ?? 0)));
