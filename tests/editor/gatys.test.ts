/** The graph of Gatys, Ecker and Bethge built from nothing, as a person builds it: by mouse alone, by keyboard alone. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** A machine that is busy with something else is given its time; whoever has it, needs a few seconds. */
const patient = { timeout: 45_000 };

describe.skipIf(noBrowser)('the graph of Gatys, from an empty canvas', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test('by mouse alone', async () => {
    const { page, context } = await visit(house);
    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: /^New/ }).click();
    await page.waitForFunction(() => document.title.startsWith('Untitled'));

    for (const _ of [1, 2]) {
      await page.getByRole('menuitem', { name: 'View' }).click();
      await page.getByRole('menuitem', { name: 'Zoom out' }).click();
    }
    await page.mouse.dblclick(60, 160);
    await pick(page, 'Image');
    await page.mouse.dblclick(60, 480);
    await pick(page, 'Encoder');
    await drawTo(page, output(page, 'Image', 'an image'), [200, 160], 'Resize');
    // The one encoder is wired by itself.
    await drawTo(page, output(page, 'Resize', 'an image'), [350, 160], 'Layer taps');
    await drawTo(page, output(page, 'Resize', 'an image'), [200, 370], 'Picture');
    await drawTo(page, output(page, 'Picture', 'the picture being painted'), [350, 370], 'Layer taps');
    await page.mouse.dblclick(60, 640);
    await pick(page, 'Image');
    await drawTo(page, output(page, 'Image', 'an image', 1), [200, 640], 'Resize');
    await drawTo(page, output(page, 'Resize', 'an image', 1), [350, 610], 'Layer taps');

    await drawTo(page, output(page, 'Layer taps', 'features', 1), [510, 370], 'Gram matrix');
    await drawTo(page, output(page, 'Layer taps', 'features', 2), [510, 610], 'Gram matrix');
    await drawTo(page, output(page, 'Layer taps', 'features', 1), [510, 160], 'Content loss');
    await drawOnto(page, output(page, 'Layer taps', 'features', 0), node(page, 'Content loss'));
    await drawTo(page, output(page, 'Gram matrix', 'statistics', 0), [650, 410], 'Style loss');
    await drawOnto(page, output(page, 'Gram matrix', 'statistics', 1), node(page, 'Style loss'));
    await drawTo(page, output(page, 'Content loss', 'a loss'), [680, 160], 'Weighted sum');
    await drawOnto(page, output(page, 'Style loss', 'a loss'), node(page, 'Weighted sum'));
    await drawTo(page, output(page, 'Weighted sum', 'a loss'), [850, 330], 'Optimiser');
    await drawTo(page, output(page, 'Optimiser', 'a result'), [850, 640], 'Output');

    await node(page, 'Image').nth(1).getByRole('button', { name: 'Choose a picture' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Woodblock wave' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const which of [0, 1]) {
      await node(page, 'Resize').nth(which).getByText('Resize', { exact: true }).click();
      await slide(page, 'Size', 0.12);
    }
    await node(page, 'Optimiser').getByText('Optimiser', { exact: true }).click();
    await slide(page, 'Learning rate', 0.3);
    await slide(page, 'Iterations', 0.8);
    await node(page, 'Output').getByText('Output', { exact: true }).click();
    await page
      .getByRole('region', { name: 'Picture', exact: true })
      .getByRole('button', { name: 'Begin again' })
      .click();
    await paints(page);
    await context.close();
  }, 300_000);

  test('by keyboard alone', async () => {
    const { page, context } = await visit(house);
    const { keyboard } = page;
    await keyboard.press('Alt+n');
    await page.waitForFunction(() => document.title.startsWith('Untitled'));
    await keyboard.press('F6');

    const add = async (name: string) => {
      await keyboard.press('Shift+a');
      await choose(page, name);
      await focused(page, name);
    };
    /** From a port of the node that has the keyboard to one of another, or of a new one. */
    const connect = async (port: string | undefined, to: string, isNew = true) => {
      const wires = await wireCount(page);
      await keyboard.press('c');
      if (port !== undefined) await choose(page, port);
      await choose(page, to, isNew);
      await expect.poll(() => wireCount(page), patient).toBeGreaterThan(wires);
      if (isNew) await focused(page, to);
    };
    const goTo = async (name: string) => {
      await keyboard.press('Control+f');
      await choose(page, name, false);
      await focused(page, name);
    };

    await add('Image');
    await connect(undefined, 'Resize');
    await inInspector(page, { Size: '48' });
    await add('Encoder');
    await goTo('Resize');
    await connect('Image', 'Picture');
    await connect('Picture', 'Layer taps');
    await connect('Features', 'Content loss');
    await connect('Loss', 'Weighted sum');
    await connect('Loss', 'Optimiser');
    await connect('Result', 'Output');
    await goTo('Layer taps');
    await connect('Features', 'Gram matrix');
    await connect('Gram matrices', 'Style loss');
    await connect('Loss', 'Weighted sum', false);

    await goTo('Resize');
    await connect('Image', 'Layer taps');
    await connect('Features', 'Content loss', false);

    await add('Image');
    await keyboard.press('Enter');
    await tabTo(page, 'Picture: Mountain lake. Choose a picture');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Woodblock wave');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.press('F6');
    await connect(undefined, 'Resize');
    await inInspector(page, { Size: '48' });
    await connect('Image', 'Layer taps');
    await connect('Features', 'Gram matrix');
    await connect('Gram matrices', 'Style loss', false);

    await goTo('Optimiser');
    await inInspector(page, { Iterations: '3000', 'Learning rate': '0.002' });
    await goTo('Output');
    await byPalette(page, 'begin again');
    await paints(page);
    await context.close();
  }, 300_000);
});

type Point = readonly [x: number, y: number];

async function visit(house: EditorHouse) {
  const { origin } = new URL(house.address);
  const settings = { state: { language: 'en', theme: 'dark', welcomed: true }, version: 1 };
  const localStorage = [{ name: 'gramarye.settings', value: JSON.stringify(settings) }];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const viewport = { width: 1760, height: 960 };
  const visited = await house.visit({ reducedMotion: 'reduce', viewport, storageState }, '?paused');
  visited.page.setDefaultTimeout(patient.timeout);
  await visited.page.getByRole('group').first().waitFor();
  return visited;
}

/** Nodes by what a screen reader calls them, in the order in which they were made. */
const node = (page: Page, kind: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${kind},`) });

/** An output by what it gives. It stands after the inputs of its node. */
const output = (page: Page, kind: string, gives: string, which = 0): Locator =>
  node(page, kind).nth(which).getByTitle(gives, { exact: true }).last();

const wireCount = (page: Page): Promise<number> => page.getByRole('img', { name: / → / }).count();

/** Lets go of a wire over nothing, and picks the node that it is to run to. */
async function drawTo(page: Page, from: Locator, to: Point, kind: string): Promise<void> {
  await drag(page, from, to);
  await pick(page, kind);
}

async function drawOnto(page: Page, from: Locator, taking: Locator): Promise<void> {
  const wires = await wireCount(page);
  const { x, y, width, height } = await boxOf(taking);
  await drag(page, from, [x + width / 2, y + height / 2]);
  await expect.poll(() => wireCount(page), patient).toBe(wires + 1);
}

async function pick(page: Page, kind: string): Promise<void> {
  const before = await node(page, kind).count();
  await page.getByRole('option', { name: new RegExp(`^${kind}`) }).click();
  await expect.poll(() => node(page, kind).count(), patient).toBe(before + 1);
}

async function drag(page: Page, from: Locator, [x, y]: Point): Promise<void> {
  const box = await boxOf(from);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 20, y + 10, { steps: 3 });
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

async function byPalette(page: Page, search: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search commands' });
  await field.waitFor();
  await page.keyboard.type(search);
  await page.getByRole('option', { selected: true }).filter({ visible: true }).waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Types into the search that is open, and goes down to what is meant: what is in the graph stands before what is new. */
async function choose(page: Page, name: string, isNew = true): Promise<void> {
  const search = page.getByRole('dialog').getByRole('combobox');
  await search.waitFor();
  await page.keyboard.type(name);
  const isMeant = (): Promise<boolean> =>
    page
      .getByRole('dialog')
      .getByRole('option', { selected: true })
      .evaluate(
        (option, [text = '', wantsNew]) => {
          const id = option.getAttribute('data-value') ?? '';
          const isPort = /^(output|input)\//.test(id);
          return (
            (option.textContent ?? '').startsWith(text) && (isPort || id.startsWith('new/') === wantsNew)
          );
        },
        [name, isNew] as const,
      );
  for (let down = 0; !(await isMeant()); down++) {
    if (down > 20) throw new Error(`There is no ${name} to choose.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Until the node called `name` has the keyboard. */
async function focused(page: Page, name: string): Promise<void> {
  const text = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(text, patient).toMatch(new RegExp(`^${name}`));
}

/** By keyboard from the node to numbers in the inspector, in their order there, and back. */
async function inInspector(page: Page, numbers: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press('Enter');
  for (const [name, value] of Object.entries(numbers)) {
    await tabTo(page, name);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('F6');
}

/** Presses Tab until whatever is called `name` has the keyboard; a slider is passed for the field beside it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const called = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      if (element?.getAttribute('type') === 'range') return '';
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  for (let tabs = 0; (await called()) !== name; tabs++) {
    if (tabs > 30) throw new Error(`${name} is not reached by Tab.`);
    await page.keyboard.press('Tab');
  }
}

/** Puts a slider of the inspector where the mouse is, a share of its length from its left end. */
async function slide(page: Page, name: string, share: number): Promise<void> {
  const slider = page.getByRole('tabpanel', { name: 'Inspector' }).getByRole('slider', { name, exact: true });
  const before = await slider.inputValue();
  const { width, height } = await boxOf(slider);
  await slider.click({ position: { x: width * share, y: height / 2 } });
  await expect.poll(() => slider.inputValue(), patient).not.toBe(before);
}

/** Iterations advance, the loss falls, the pixels change. */
async function paints(page: Page): Promise<void> {
  const viewer = page.getByRole('region', { name: 'Picture', exact: true });
  const picture = viewer.getByRole('img', { name: 'Picture of Output' });
  const pixels = () => picture.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());
  const iteration = async () =>
    Number(/Iteration (\d+) of/.exec((await viewer.textContent()) ?? '')?.[1] ?? Number.NaN);
  const loss = async () =>
    Number(await node(page, 'Optimiser').getByTitle('Loss', { exact: true }).last().textContent());
  await expect.poll(iteration, patient).toBeGreaterThan(0);
  const [before, at, lost] = [await pixels(), await iteration(), await loss()];
  expect(lost).toBeGreaterThan(0);
  await expect.poll(iteration, patient).toBeGreaterThan(at + 5);
  await expect.poll(loss, patient).toBeLessThan(lost);
  await expect.poll(pixels, patient).not.toBe(before);
}
