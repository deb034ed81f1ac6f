import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

describe.skipIf(noBrowser)('the canvas', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** The editor as whoever has been here before finds it. */
  const visit = (query = '?paused') => visitAgain(house, query);

  test('a graph is wired from nothing by mouse alone', async () => {
    const { page, context } = await visit();
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
    const { page, context } = await visit();
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
    const { page, context } = await visit();
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
    const { page, context } = await visit();
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
    const { page, context } = await visit();
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
    const { page, context } = await visit();
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

  test('what is copied in one window is pasted in another, with its wires', async () => {
    const { page, context } = await visit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await pasteText(page, twoImages);
    await page.keyboard.press('Control+c');
    await page.getByText('3 things copied').waitFor({ state: 'attached' });
    // A profile of its own: the same one would ask which of its tabs is to work on the graph.
    const { page: other, context: beside } = await visit();
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
    const { page, context } = await visit();
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
    const { page, context } = await visit('?count&paused');
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
    const { page, context } = await visit('?count');
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

type Point = [x: number, y: number];

async function visitAgain(house: EditorHouse, query: string) {
  const { origin } = new URL(house.address);
  const settings = { state: { language: 'en', theme: 'dark', welcomed: true }, version: 1 };
  const localStorage = [{ name: 'gramarye.settings', value: JSON.stringify(settings) }];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const { page, context } = await house.visit({ storageState }, query);
  page.setDefaultTimeout(15_000);
  await page.locator('.react-flow__node').first().waitFor();
  return { page, context };
}

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

/** Nodes by what a screen reader calls them; all of them without a name. */
const node = (page: Page, name?: string): Locator =>
  name === undefined
    ? page.locator('.react-flow__node-node')
    : page.getByRole('group', { name: new RegExp(`(^|, )${name},`) });

const wire = (page: Page, name: string): Locator => page.getByRole('img', { name, exact: true });

const socket = (page: Page, id: string, port: string, side: 'source' | 'target'): Locator =>
  page.locator(`.react-flow__handle.${side}[data-nodeid="${id}"][data-handleid="${port}"]`);
const output = (page: Page, id: string, port: string) => socket(page, id, port, 'source');
const input = (page: Page, id: string, port: string) => socket(page, id, port, 'target');

async function middleOf(place: Locator): Promise<Point> {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width / 2, y + height / 2];
}

/** Where a node is taken hold of. */
async function headOf(place: Locator): Promise<Point> {
  const { x, y, width } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  return [x + width / 2, y + 8];
}

async function drag(page: Page, from: Locator, to: Point): Promise<void> {
  await page.mouse.move(...(await middleOf(from)));
  await page.mouse.down();
  await page.mouse.move(to[0] - 20, to[1] - 20, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

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

const resize = (x: number, y: number, title: string) => ({
  kind: 'resize',
  version: 1,
  params: {},
  title,
  position: { x, y },
});

const file = (nodes: object, edges: object) =>
  JSON.stringify({ format: 'gramarye', schema: 1, title: '', nodes, edges });

const twoImages = file(
  { one: resize(0, 0, 'one'), small: resize(520, 0, 'small'), free: resize(200, 240, 'free') },
  [{ from: 'one.image', to: 'small.image' }],
);

function chain(length: number): string {
  const ids = Array.from({ length }, (_, i) => `n${i}`);
  return file(
    Object.fromEntries(ids.map((id, i) => [id, resize((i % 20) * 260, Math.floor(i / 20) * 220, id)])),
    ids.slice(1).map((id, i) => ({ from: `${ids[i]}.image`, to: `${id}.image` })),
  );
}

/** Replaces the graph by the one in `text`, as if it came from the clipboard, and shows all of it. */
async function pasteText(page: Page, text: string): Promise<void> {
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

async function selectNothing(page: Page): Promise<void> {
  await page.getByRole('application', { name: 'Graph' }).focus();
  await page.keyboard.press('Escape');
}

/** Until nothing moves or renders any more. */
async function settled(page: Page): Promise<void> {
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

type Counts = Readonly<Record<string, number>>;

const renders = (page: Page): Promise<Counts> =>
  page.evaluate(() => {
    const counted: unknown = Reflect.get(globalThis, 'gramarye');
    const { renders } = counted as { readonly renders: ReadonlyMap<string, number> };
    return Object.fromEntries(renders);
  });

const moreThan = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(Object.entries(after).filter(([part, count]) => count > (before[part] ?? 0)));
