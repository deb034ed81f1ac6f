/** A graph travels: two people, each with a browser of their own, and nothing but the static page between them. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeInPng } from '../../src/graph/share/png/recipe-in-png.ts';
import { Workshop } from '../cli/workshop.ts';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** The default graph, so small that it paints fast. */
const small = readFileSync('presets/gatys.gramarye.json', 'utf8')
  .replaceAll('"size": 256', '"size": 64')
  .replace('"iterations": 200', '"iterations": 12')
  .replace('Gatys 2015', 'Small');

/** What somebody wrote who wants to run something, or to know who opens it. */
const hostile = [
  '<img src="https://elsewhere.example/a.png" onerror="window.hacked = 1">',
  '<script>window.hacked = 2</script>',
  '![look](https://elsewhere.example/b.png) [press](javascript:window.hacked=3)',
  '<svg onload="window.hacked = 4"></svg>',
].join('\n\n');

describe.skipIf(noBrowser)('sharing in the editor', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 240_000);
  afterAll(() => house?.close());

  const title = (page: Page) => page.getByRole('textbox', { name: 'Name of the document' });
  const viewer = (page: Page) => page.getByRole('region', { name: 'Picture', exact: true });
  const canvas = (page: Page) => page.getByRole('main');
  const dialog = (page: Page) => page.getByRole('dialog');

  async function visit(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const visited = await house.visit();
    // Nobody is there to answer where a file is to lie.
    await visited.context.addInitScript(() => {
      Reflect.deleteProperty(window, 'showSaveFilePicker');
      Reflect.deleteProperty(window, 'showOpenFilePicker');
    });
    await visited.page.reload();
    await visited.page.locator('.react-flow__node').first().waitFor();
    return visited;
  }

  async function visitWith(text: string, name: string) {
    const visited = await visit();
    await drop(visited.page, Buffer.from(text), `${name}.gramarye.json`, { x: 400, y: 120 });
    await expect.poll(() => title(visited.page).inputValue()).toBe(name);
    return visited;
  }

  test('R9 a picture saved in the page is painted again by the command line, bit by bit, and opens in another page', async () => {
    const [{ context, page }, workshop] = await Promise.all([visitWith(small, 'Small'), Workshop.open()]);
    await viewer(page).getByText('Painted', { exact: true }).waitFor({ timeout: 90_000 });
    const bytes = await savedAs(page, 'PNG');
    expect(recipeInPng(bytes)).toMatchObject({
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

    workshop.write('page.png', bytes);
    const painted = await workshop.run('render', 'page.png', '-o', 'again.png');
    expect(painted.stderr).toContain('12 iterations of `optimiser`');
    expect(await pixelsOf(workshop.path('again.png'))).toEqual(await pixelsOf(Buffer.from(bytes)));

    const other = await visit();
    await drop(other.page, readFileSync(workshop.path('again.png')), 'again.png', { x: 400, y: 120 });
    await expect.poll(() => title(other.page).inputValue()).toBe('Small');
    await other.page.getByText('on wasm, 12 iterations of Optimiser. It can be repeated exactly.').waitFor();
    // It was meant as a picture: it becomes one where the person was before.
    await other.page.getByRole('button', { name: 'Use as a picture' }).click();
    await expect.poll(() => title(other.page).inputValue()).toBe('Gatys 2015');
    await canvas(other.page).getByText('again.png').waitFor();
    await other.context.close();
    workshop.close();
  }, 240_000);

  test('a link brings a graph, locked, with a message, a small picture and nothing that is hidden; no work is overwritten', async () => {
    const { context, page } = await visitWith(small, 'Small');
    await drop(page, await picture(), 'garden.png', { x: 400, y: 120 });
    await canvas(page).getByText('garden.png').waitFor();
    await page.getByRole('button', { name: /^Share/ }).click();
    const field = dialog(page).getByRole('textbox', { name: 'Link to this graph' });
    const withoutPicture = (await field.inputValue()).length;
    expect(await dialog(page).getByRole('status').textContent()).toMatch(/short enough for any messenger/);
    await dialog(page)
      .getByRole('switch', { name: /^Bring my picture along, small \(/ })
      .click();
    await expect.poll(async () => (await field.inputValue()).length).toBeGreaterThan(withoutPicture + 300);
    await dialog(page).getByRole('switch', { name: 'Lock the graph' }).click();
    await dialog(page).getByLabel('Message at the start').fill('Paint it twice.\n<b>Why?</b>');
    await dialog(page).getByText('Hide controls').click();
    await dialog(page).getByRole('button', { name: 'Style loss: Weight', exact: true }).click();
    const link = await field.inputValue();
    await context.close();

    const { context: elsewhere, page: other } = await visit();
    await title(other).fill('My own work');
    await title(other).press('Enter');
    await other.goto(link);
    await dialog(other).getByText('<b>Why?</b>').waitFor();
    await dialog(other).getByRole('button', { name: 'Begin' }).click();
    expect(await title(other).inputValue()).toBe('Small');
    expect(new URL(other.url()).hash).toBe('');
    await canvas(other).getByText('garden.png').waitFor();
    await other.getByText('This graph is locked').waitFor();
    expect(await title(other).getAttribute('readonly')).not.toBeNull();
    const styleLoss = other.locator('.react-flow__node').filter({ hasText: 'Style loss' });
    const contentLoss = other.locator('.react-flow__node').filter({ hasText: 'Content loss' });
    expect(await styleLoss.getByRole('slider', { name: 'Weight', exact: true }).count()).toBe(0);
    expect(await contentLoss.getByRole('slider', { name: 'Weight', exact: true }).isDisabled()).toBe(true);
    const nodes = await other.locator('.react-flow__node').count();
    await styleLoss.click({ position: { x: 40, y: 14 } });
    await other.keyboard.press('Delete');
    await other.getByText('This graph is locked. Make a copy to change it.').waitFor();
    expect(await other.locator('.react-flow__node').count()).toBe(nodes);

    await other.getByRole('button', { name: 'Make a copy' }).click();
    await expect.poll(() => title(other).inputValue()).toBe('Small (copy)');
    expect(await styleLoss.getByRole('slider', { name: 'Weight', exact: true }).isEnabled()).toBe(true);
    await other.keyboard.press('ControlOrMeta+Shift+O');
    for (const name of ['My own work', 'Small', 'Small (copy)'])
      await dialog(other)
        .getByRole('button', { name: `Open “${name}”`, exact: true })
        .waitFor();
    await elsewhere.close();
  }, 120_000);

  test('D5 a link that was cut is told so, at the start and later, and what is open stays', async () => {
    const { context, page } = await visit();
    await title(page).fill('My own work');
    await title(page).press('Enter');
    await page.evaluate(() => {
      location.hash = '#g1.AAAAAAAA';
    });
    await page.getByText('The link is not complete').waitFor();
    expect(await title(page).inputValue()).toBe('My own work');
    await page.goto('about:blank');
    await page.goto(`${house.address}#g2.AAAAAAAA`);
    await page.getByText('It was made by a newer Gramarye').waitFor();
    expect(await title(page).inputValue()).toBe('My own work');
    await context.close();
  }, 60_000);

  test('D5 nothing in a document runs, and the web is asked for nothing before the person agrees', async () => {
    const { context, page } = await visit();
    const asked: string[] = [];
    const sent = await picture();
    await context.route(/elsewhere\.example/, route => {
      asked.push(route.request().url());
      return route.fulfill({
        body: sent,
        contentType: 'image/png',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await drop(page, Buffer.from(JSON.stringify(hostileDocument())), 'x.gramarye.json', { x: 400, y: 120 });
    await canvas(page).getByText('press', { exact: true }).waitFor();
    await page.getByText('names a picture on elsewhere.example').waitFor();
    await page.locator('.react-flow__node').filter({ hasText: 'window.hacked' }).first().click();
    await canvas(page).getByText('press', { exact: true }).click({ force: true });
    const drawing = await exported(page, 'The canvas as SVG…');
    expect(drawing.toString()).toContain('&lt;img src=');
    await page.evaluate(svg => {
      const holder = document.createElement('div');
      holder.innerHTML = svg;
      document.body.append(holder);
    }, drawing.toString());
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    expect(asked).toEqual([]);

    await page.getByRole('button', { name: 'Fetch', exact: true }).click();
    await canvas(page).getByText('p.png', { exact: true }).waitFor();
    expect(asked).toEqual(['https://elsewhere.example/p.png']);
    await context.close();
  }, 90_000);

  test('within another page a graph is looked at and painted, and leaves nothing in the browser', async () => {
    const context = await house.browser.newContext({
      viewport: { width: 800, height: 500 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(`${house.address}?embed`);
    await page.getByRole('heading', { name: 'Gatys 2015' }).waitFor();
    const [numbers, progress] = [page.getByText('of 200', { exact: false }).first(), () => iteration(page)];
    await numbers.waitFor({ state: 'attached', timeout: 60_000 });
    expect(await progress()).toBe(0);
    await page.getByRole('button', { name: 'Paint', exact: true }).click();
    await expect.poll(progress, { timeout: 60_000 }).toBeGreaterThan(1);
    const node = page.locator('.react-flow__node').first();
    const before = await node.getAttribute('style');
    await node.dragTo(page.getByRole('main'), { targetPosition: { x: 300, y: 20 } });
    expect(await node.getAttribute('style')).toBe(before);
    const kept = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      open: localStorage.getItem('gramarye.open'),
    }));
    expect(kept).toEqual({ databases: [], open: null });
    expect(await page.getByRole('link', { name: 'Open in the editor' }).getAttribute('href')).toContain(
      '/#g1.',
    );
    await context.close();
  }, 120_000);

  test('a file stays the document’s own: it is saved again without asking, never over what another has written, and found again', async () => {
    const { context, page } = await house.visit();
    await page.locator('.react-flow__node').first().waitFor();
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const pick = () => folder.getFileHandle('mine.gramarye.json', { create: true });
      Object.assign(window, { showSaveFilePicker: pick });
    });
    const onDisk = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle('mine.gramarye.json')).getFile()).text();
      });
    await page.keyboard.press('ControlOrMeta+s');
    await expect.poll(onDisk).toContain('"Gatys 2015"');
    await page.evaluate(() =>
      Object.assign(window, { showSaveFilePicker: () => Promise.reject(new Error('asked')) }),
    );
    await title(page).fill('Renamed');
    await title(page).press('Enter');
    await page.keyboard.press('ControlOrMeta+s');
    await expect.poll(onDisk).toContain('"Renamed"');

    await page.evaluate(async text => {
      const folder = await navigator.storage.getDirectory();
      const writing = await (await folder.getFileHandle('mine.gramarye.json')).createWritable();
      await writing.write(text);
      await writing.close();
    }, small);
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText('was changed by another program').waitFor();
    expect(await onDisk()).toBe(small);

    await page.keyboard.press('ControlOrMeta+Shift+O');
    await dialog(page).getByRole('button', { name: 'Open the file “mine.gramarye.json”' }).click();
    await expect.poll(() => title(page).inputValue()).toBe('Small');
    await context.close();
  }, 60_000);

  test('a graph is exported as a program with its data, a diagram and a drawing', async () => {
    const { context, page } = await visitWith(small, 'Small');
    await viewer(page).getByText('Painted', { exact: true }).waitFor({ timeout: 90_000 });
    const archive = await exported(page, 'As a TypeScript program…');
    for (const file of ['Small.ts', 'Small-data.json', 'Small-data.bin'])
      expect(archive.includes(file)).toBe(true);
    expect((await exported(page, 'As a Mermaid diagram…')).toString()).toMatch(/^flowchart LR\n/);
    const drawn = await sharp(await exported(page, 'The canvas as PNG…')).metadata();
    expect(drawn.width).toBeGreaterThan(2000);
    await context.close();
  }, 120_000);
});

function hostileDocument() {
  const document = JSON.parse(small);
  document.title = '';
  document.nodes.content.title = hostile.slice(0, 100);
  document.nodes.content.params = { source: 'https://elsewhere.example/p.png' };
  document.notes = {
    n: { text: hostile.split('\n'), position: { x: 0, y: -260 }, size: { width: 400, height: 200 } },
  };
  return document;
}

const pixelsOf = (png: string | Buffer) => sharp(png).removeAlpha().raw().toBuffer();

const picture = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: 'tomato' } })
    .png()
    .toBuffer();

async function savedAs(page: Page, format: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Save the picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: `Save as ${format}`, exact: true }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

async function exported(page: Page, form: string): Promise<Buffer> {
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: form }).click(),
  ]);
  return readFileSync(await download.path());
}

/** How far the painting is, as the picture's own line says it. */
async function iteration(page: Page): Promise<number> {
  const [, number] =
    /^([\d,]+) of/.exec(
      (await page
        .getByText(/^[\d,]+ of [\d,]+/)
        .last()
        .textContent()) ?? '',
    ) ?? [];
  return Number(number?.replaceAll(',', '') ?? -1);
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
