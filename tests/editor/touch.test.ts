/** The canvas under fingers: a node dragged, two fingers apart, wires made by tapping one port and then another. */
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

const patient = { timeout: 30_000 };

describe.skipIf(noBrowser)('a touch screen', () => {
  let house: EditorHouse;
  let page: Page;
  let fingers: CDPSession;

  beforeAll(async () => {
    house = await openHouse();
    const visited = await house.visit({ viewport: { width: 1180, height: 820 }, hasTouch: true });
    page = visited.page;
    page.setDefaultTimeout(patient.timeout);
    fingers = await visited.context.newCDPSession(page);
    await page.getByRole('button', { name: 'Put away' }).tap();
    await paste(page, graph);
  }, 300_000);
  afterAll(() => house?.close());

  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
  const socket = (id: string, port: string, side: 'source' | 'target') =>
    page.locator(`.react-flow__handle.${side}[data-nodeid="${id}"][data-handleid="${port}"]`);
  const wire = (name: string) => page.getByRole('img', { name, exact: true });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Point[]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(([x, y], id) => ({ x, y, id })),
    });

  test('a node follows the finger', async () => {
    const [x, y] = await middleOf(node('photo').getByText('photo', { exact: true }));
    const before = await middleOf(node('photo'));
    await touch('touchStart', [x, y]);
    for (const step of [10, 25, 40, 60]) await touch('touchMove', [x + step, y + step]);
    await touch('touchEnd');
    await expect
      .poll(async () => (await middleOf(node('photo')))[0], patient)
      .toBeGreaterThan(before[0] + 35);
    // It snaps to what it is almost in line with.
    expect((await middleOf(node('photo')))[1]).toBeGreaterThan(before[1] + 20);
  });

  test('two fingers zoom, one moves the canvas', async () => {
    const canvas = await boxOf(page.getByRole('main'));
    const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height - 120];
    const width = async () => (await boxOf(node('photo'))).width;
    const before = await width();
    await touch('touchStart', [x - 30, y], [x + 30, y]);
    for (const apart of [40, 55, 70]) await touch('touchMove', [x - apart, y], [x + apart, y]);
    await touch('touchEnd');
    await expect.poll(width, patient).toBeGreaterThan(before * 1.2);

    const wide = await width();
    await touch('touchStart', [x - 70, y], [x + 70, y]);
    for (const apart of [55, 40, 30]) await touch('touchMove', [x - apart, y], [x + apart, y]);
    await touch('touchEnd');
    await expect.poll(width, patient).toBeLessThan(wide * 0.85);

    const [from] = await middleOf(node('photo'));
    await touch('touchStart', [x, y]);
    for (const step of [10, 25, 40]) await touch('touchMove', [x + step, y]);
    await touch('touchEnd');
    await expect.poll(async () => (await middleOf(node('photo')))[0], patient).toBeGreaterThan(from + 20);
  });

  test('a tap on a port and one on another make a wire', async () => {
    await socket('photo', 'image', 'source').tap();
    await socket('small', 'image', 'target').tap();
    await wire('photo.image → small.image').waitFor();
  });

  test('where they do not fit, it says why, and what would help', async () => {
    await socket('photo', 'image', 'source').tap();
    await socket('gram', 'features', 'target').tap();
    const notice = page.getByRole('region', { name: /Notifications/ });
    await notice.getByText(/takes features/).waitFor();
    await notice.getByRole('button', { name: /Layer taps/ }).tap();
    await wire('layer-taps.features → gram.features').waitFor();
  });

  test('tapped twice, a port lets go of its wire; a tap on nothing offers what fits', async () => {
    const isWiring = () => page.getByRole('application', { name: 'Graph' }).getAttribute('data-wiring');
    await socket('small', 'image', 'source').tap();
    await expect.poll(isWiring, patient).toBe('true');
    await socket('small', 'image', 'source').tap();
    await expect.poll(isWiring, patient).toBe(null);

    await socket('small', 'image', 'source').tap();
    const canvas = await boxOf(page.getByRole('main'));
    await page.touchscreen.tap(canvas.x + canvas.width / 2, canvas.y + canvas.height - 60);
    await page.getByRole('option', { name: /^Output/ }).tap();
    await wire('small.image → output.image').waitFor();
    await expect.poll(isWiring, patient).toBe(null);
  });
});

type Point = readonly [x: number, y: number];

const thing = (kind: string, x: number, y: number, title: string) => ({
  kind,
  version: 1,
  params: {},
  title,
  position: { x, y },
});

const graph = JSON.stringify({
  format: 'gramarye',
  schema: 1,
  title: '',
  nodes: {
    photo: thing('image', 0, 0, 'photo'),
    small: thing('resize', 420, 0, 'small'),
    gram: thing('gram-matrix', 420, 240, 'gram'),
  },
  edges: [],
});

/** Puts the graph in the place of the one that is open, as if it came from the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('application', { name: 'Graph' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.evaluate(pasted => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await page.locator('.react-flow__node[data-id="gram"]').waitFor();
  await page.keyboard.press('Escape');
}

async function middleOf(place: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(place);
  return [x + width / 2, y + height / 2];
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}
