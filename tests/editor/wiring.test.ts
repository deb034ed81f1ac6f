/** Wires on the canvas, by mouse and by keyboard: made, refused, put elsewhere, healed, bent. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  drag,
  headOf,
  middleOf,
  node,
  type Point,
  pasteText,
  selectNothing,
  twoImages,
  visitAgain,
  wire,
} from './canvas-hands.ts';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('wires on the canvas', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test('a graph is wired from nothing by mouse alone', async () => {
    const { page, context } = await visitAgain(house);
    await emptyCanvas(page);

    await page.mouse.dblclick(240, 300);
    await page.getByRole('option', { name: /^Image/ }).click();
    await drag(page, output(page, 'image', 'image'), [420, 300]);
    // Only what takes an image is offered.
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(2);
    expect(await page.getByRole('option', { name: /^Gram matrix/ }).count()).toBe(0);
    await page.getByRole('option', { name: /^Layer taps/ }).click();
    await wire(page, 'image.image → layer-taps.image').waitFor();

    await drag(page, input(page, 'layer-taps', 'encoder'), [400, 560]);
    await page.getByRole('option', { name: /^Encoder/ }).click();
    await wire(page, 'encoder.encoder → layer-taps.encoder').waitFor();

    // A wire let go of over a node's body enters by the port that fits.
    await page.mouse.dblclick(700, 700);
    await page.getByRole('option', { name: /^Gram matrix/ }).click();
    const gram = await middleOf(node(page, 'Gram matrix'));
    await drag(page, output(page, 'layer-taps', 'features'), [gram[0], gram[1] + 12]);
    await wire(page, 'layer-taps.features → gram-matrix.features').waitFor();
    expect(await node(page).count()).toBe(4);
    await context.close();
  });

  test('a graph is wired from nothing by keyboard alone', async () => {
    const { page, context } = await visitAgain(house);
    await page.getByRole('application', { name: 'Graph' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => node(page).count()).toBe(0);

    await page.keyboard.press('Tab');
    await choose(page, 'encoder');
    await focused(page, 'Encoder');
    await page.keyboard.press('c');
    await choose(page, 'layer taps');
    await wire(page, 'encoder.encoder → layer-taps.encoder').waitFor();
    await focused(page, 'Layer taps');

    // From an input, to a new node that gives what it takes.
    await page.keyboard.press('c');
    await choose(page, 'image');
    await choose(page, 'resize');
    await wire(page, 'resize.image → layer-taps.image').waitFor();

    // Along the wires, to the right, and back.
    await page.keyboard.press('ArrowRight');
    await focused(page, 'Layer taps');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');

    // Between two nodes that are there.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await choose(page, 'gram');
    await focused(page, 'Gram matrix');
    await page.keyboard.press('c');
    await choose(page, 'features');
    await choose(page, 'layer taps');
    await wire(page, 'layer-taps.features → gram-matrix.features').waitFor();
    await page.getByText('Gram matrix added').waitFor({ state: 'attached' });
    await context.close();
  });

  test('what does not fit says why at the pointer, and what would help makes it right', async () => {
    const { page, context } = await visitAgain(house);
    await emptyCanvas(page);
    await page.mouse.dblclick(200, 300);
    await page.getByRole('option', { name: /^Image/ }).click();
    await page.mouse.dblclick(560, 300);
    await page.getByRole('option', { name: /^Gram matrix/ }).click();

    const from = await middleOf(output(page, 'image', 'image'));
    const to = await middleOf(input(page, 'gram-matrix', 'features'));
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(to[0] - 60, to[1] + 40, { steps: 4 });
    await page.mouse.move(...to, { steps: 4 });
    await page.getByText(/takes features/).waitFor();
    await page.mouse.up();
    await page
      .getByRole('region', { name: /Notifications/ })
      .getByRole('button', { name: /Layer taps/ })
      .click();
    await wire(page, 'layer-taps.features → gram-matrix.features').waitFor();
    await wire(page, 'image.image → layer-taps.image').waitFor();

    // A wire that would close a circle.
    await drag(
      page,
      output(page, 'gram-matrix', 'gram'),
      await middleOf(input(page, 'gram-matrix', 'features')),
    );
    expect(await page.locator('.react-flow__edge').count()).toBe(2);
    await context.close();
  });

  test('an end is taken up and put elsewhere; let go of over nothing, the wire is gone', async () => {
    const { page, context } = await visitAgain(house);
    await pasteText(page, twoImages);
    const end = await middleOf(input(page, 'small', 'image'));
    // Before the socket: there the wire is taken up, not a new one begun.
    const takeUp = async (to: Point) => {
      await page.mouse.move(end[0] - 22, end[1]);
      await page.mouse.down();
      await page.mouse.move(to[0] - 20, to[1] + 20, { steps: 5 });
      await page.mouse.move(...to, { steps: 3 });
      await page.mouse.up();
    };
    await takeUp(await middleOf(input(page, 'free', 'image')));
    await wire(page, 'one.image → free.image').waitFor();
    expect(await wire(page, 'one.image → small.image').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await wire(page, 'one.image → small.image').waitFor();
    await takeUp([end[0] - 60, end[1] + 90]);
    await expect.poll(() => wire(page, 'one.image → small.image').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await wire(page, 'one.image → small.image').waitFor();
    await context.close();
  });

  test('a node dropped on a wire goes into it, and its gap is healed when it is deleted', async () => {
    const { page, context } = await visitAgain(house);
    await pasteText(page, twoImages);
    await selectNothing(page);
    const [x, y] = await middleOf(wire(page, 'one.image → small.image'));
    const [fromX, fromY] = await headOf(node(page, 'free'));
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    await page.mouse.move(x, y + 30, { steps: 4 });
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    await wire(page, 'one.image → free.image').waitFor();
    await wire(page, 'free.image → small.image').waitFor();

    await page.keyboard.press('Delete');
    await wire(page, 'one.image → small.image').waitFor();
    expect(await node(page, 'free').count()).toBe(0);
    await context.close();
  });

  test('a wire is bent by mouse and by keyboard, a step of history each time', async () => {
    const { page, context } = await visitAgain(house);
    await pasteText(page, twoImages);
    await selectNothing(page);
    const bends = page.getByRole('group', { name: /^Bend/ });
    const at = async () => (await middleOf(bends.first())).map(Math.round);

    const [x, y] = await middleOf(wire(page, 'one.image → small.image'));
    await page.mouse.dblclick(x, y);
    await expect.poll(() => bends.count()).toBe(1);
    const [bentX, bentY] = await middleOf(bends);
    await page.mouse.move(bentX, bentY);
    await page.mouse.down();
    await page.mouse.move(bentX + 30, bentY + 90, { steps: 4 });
    await page.mouse.up();
    const dragged = await at();
    expect(dragged[1] ?? 0).toBeGreaterThan(bentY + 60);
    await page.keyboard.press('Control+z');
    await expect.poll(at).toEqual([bentX, bentY].map(Math.round));
    await page.keyboard.press('Control+y');
    await expect.poll(at).toEqual(dragged);
    await bends.dblclick();
    await expect.poll(() => bends.count()).toBe(0);

    // From a node to its wire, and into the middle of that.
    await node(page, 'small').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('w');
    await page.getByText('Wire 1 of 1: one.image → small.image').waitFor({ state: 'attached' });
    await page.keyboard.press('b');
    await page.getByRole('group', { name: 'Bend, one.image → small.image' }).waitFor();
    const before = await at();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await at())[1]).toBeGreaterThan(before[1] ?? 0);
    // What stands at both ends takes its bends along.
    const pushed = await at();
    await page.keyboard.press('Control+a');
    await page.getByRole('application', { name: 'Graph' }).focus();
    await page.keyboard.press('Control+ArrowRight');
    await expect.poll(async () => (await at())[0]).toBeGreaterThan(pushed[0] ?? 0);
    await bends.focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => bends.count()).toBe(0);
    await wire(page, 'one.image → small.image').waitFor();
    await context.close();
  });
});

async function emptyCanvas(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('menuitem', { name: /^Select all/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page
    .getByRole('menuitem', { name: /^Delete(?! and)/ })
    .first()
    .click();
  await expect.poll(() => node(page).count()).toBe(0);
}

const socket = (page: Page, id: string, port: string, side: 'source' | 'target'): Locator =>
  page.locator(`.react-flow__handle.${side}[data-nodeid="${id}"][data-handleid="${port}"]`);
const output = (page: Page, id: string, port: string) => socket(page, id, port, 'source');
const input = (page: Page, id: string, port: string) => socket(page, id, port, 'target');

/** Types into the search that is open, and takes the first that is found. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function focused(page: Page, name: string): Promise<void> {
  const text = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(text).toContain(name);
}
