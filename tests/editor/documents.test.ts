/** A person's documents and pictures: they come in, they stay, and no tab, crash or file takes them away. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

/** The default graph, so small that it paints fast, and so long that it is never done. */
const small = readFileSync('presets/gatys.gramarye.json', 'utf8')
  .replaceAll('"size": 256', '"size": 48')
  .replace('"iterations": 200', '"iterations": 90000')
  .replace('Gatys 2015', 'Small');

describe.skipIf(noBrowser)('documents and pictures in the editor', () => {
  let house: EditorHouse;
  beforeAll(async () => {
    house = await openHouse();
  }, 120_000);
  afterAll(() => house?.close());

  const nodes = (page: Page) => page.locator('.react-flow__node');
  const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
  const title = (page: Page) => page.getByRole('textbox', { name: 'Name of the document' });
  const dialog = (page: Page) => page.getByRole('dialog');
  const press = (page: Page, name: string) => dialog(page).getByRole('button', { name }).click();

  async function visit(
    query = '?paused',
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const visited = await house.visit({}, query);
    await nodes(visited.page).first().waitFor();
    return visited;
  }

  test('a pasted picture becomes an Image node, and one step takes it back', async () => {
    const { context, page } = await visit();
    const before = await nodes(page).count();
    await paste(page, { name: 'image.png', colour: 'tomato' });
    await page.getByRole('main').getByText('pasted.png').waitFor();
    expect(await nodes(page).count()).toBe(before + 1);
    await undo(page).click();
    await expect.poll(() => nodes(page).count()).toBe(before);
    await context.close();
  });

  test('D5 a file that is neither picture nor graph is refused by its name, and nothing is changed', async () => {
    const { context, page } = await visit();
    const before = await nodes(page).count();
    await drop(page, { x: 400, y: 120 }, [
      { name: 'notes.txt', text: 'Dear diary' },
      { name: 'holiday.jpg', text: 'no photograph at all' },
      { name: 'logo.png', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ]);
    for (const file of ['notes.txt', 'holiday.jpg', 'logo.png']) await page.getByText(`“${file}”`).waitFor();
    expect(await nodes(page).count()).toBe(before);
    expect(await undo(page).isDisabled()).toBe(true);
    await context.close();
  });

  test('D5 a damaged graph is refused with every reason; a sound one opens as a new document', async () => {
    const { context, page } = await visit();
    const broken = { format: 'gramarye', schema: 1, nodes: { a: { kind: 5 } }, edges: [{ from: 3 }] };
    await drop(page, { x: 400, y: 120 }, [{ name: 'broken.gramarye.json', text: JSON.stringify(broken) }]);
    await expect.poll(() => dialog(page).getByRole('listitem').count()).toBe(3);
    expect(await dialog(page).textContent()).toContain('broken.gramarye.json');
    await press(page, 'All right');
    expect(await title(page).inputValue()).toBe('Gatys 2015');
    await openSmall(page);
    await context.close();
  });

  test('a picture dropped on an Image node takes the place of its picture; on the canvas it is a node where it fell', async () => {
    const { context, page } = await visit();
    const before = await nodes(page).count();
    const style = page
      .getByRole('main')
      .getByRole('img', { name: /Night sky/ })
      .first();
    await drop(page, await centre(style), [{ name: 'rose.png', colour: 'hotpink' }]);
    await page.getByRole('main').getByText('rose.png').waitFor();
    expect(await nodes(page).count()).toBe(before);

    await drop(page, { x: 500, y: 100 }, [{ name: 'rose.png', colour: 'teal' }]);
    const dropped = nodes(page).filter({ hasText: 'rose 2.png' });
    await dropped.waitFor();
    const box = await dropped.boundingBox();
    expect(Math.abs((box?.x ?? 0) - 500)).toBeLessThan(3);
    expect(Math.abs((box?.y ?? 0) - 100)).toBeLessThan(3);
    await context.close();
  });

  test('a reload keeps the document and its own pictures, and goes on painting from where it was', async () => {
    const { context, page } = await visit('');
    await openSmall(page);
    const content = page
      .getByRole('main')
      .getByRole('img', { name: /Mountain lake/ })
      .first();
    await drop(page, await centre(content), [{ name: 'garden.png', colour: 'olive' }]);
    await page.getByRole('main').getByText('garden.png').waitFor();
    await expect.poll(() => iteration(page), { timeout: 40_000 }).toBeGreaterThan(5);
    await expect.poll(() => keptIteration(page), { timeout: 40_000 }).toBeGreaterThan(5);
    const kept = await keptIteration(page);

    await context.addInitScript(recordIterations);
    await page.reload();
    await page.getByRole('main').getByText('garden.png').waitFor();
    expect(await title(page).inputValue()).toBe('Small');
    await expect.poll(() => firstIteration(page), { timeout: 40_000 }).toBeGreaterThanOrEqual(kept);
    expect(await page.getByText('is not here').count()).toBe(0);
    await context.close();
  });

  test('R8 a worker that is killed is followed by another, which goes on', async () => {
    const { context, page } = await visit('');
    await openSmall(page);
    await expect.poll(() => keptIteration(page), { timeout: 40_000 }).toBeGreaterThan(3);
    const before = await iteration(page);
    const [worker] = page.workers();
    const started = page.waitForEvent('worker', { timeout: 60_000 });
    await worker?.evaluate('void setTimeout(() => { throw new Error("killed"); })');
    await started;
    await expect.poll(() => iteration(page), { timeout: 60_000 }).toBeGreaterThan(before);
    await context.close();
  });

  test('two tabs never overwrite one another: one works at a time, and takes over or goes on with a copy', async () => {
    const { context, page: first } = await visit();
    await openSmall(first);
    const second = await context.newPage();
    await second.goto(house.address);
    await dialog(second).getByText('“Small” is open in another tab').waitFor();
    await press(second, 'Work here instead');
    await dialog(second).waitFor({ state: 'detached' });
    await rename(second, 'From the second');

    await dialog(first).getByText('“Small” is open in another tab').waitFor();
    await press(first, 'Work here instead');
    await expect.poll(() => title(first).inputValue()).toBe('From the second');
    await dialog(second).getByText('“From the second” is open in another tab').waitFor();
    await press(second, 'Open a copy');
    await expect.poll(() => title(second).inputValue()).toBe('From the second (copy)');
    await rename(second, 'Mine');
    expect(await title(first).inputValue()).toBe('From the second');
    await second.reload();
    await expect.poll(() => title(second).inputValue()).toBe('Mine');
    await context.close();
  });

  test('where the browser keeps nothing, that is said once and the work goes on', async () => {
    const { context, page } = await house.visit({}, '?paused');
    await context.addInitScript('indexedDB.open = () => { throw new DOMException("no", "SecurityError"); }');
    await page.reload();
    await page.getByText('keeps nothing for this page').waitFor();
    await paste(page, { name: 'image.png', colour: 'tomato' });
    await page.getByRole('main').getByText('pasted.png').waitFor();
    await openSmall(page);
    expect(await page.getByText('keeps nothing for this page').count()).toBe(1);
    await context.close();
  });

  const openSmall = async (page: Page) => {
    await drop(page, { x: 400, y: 120 }, [{ name: 'small.gramarye.json', text: small }]);
    await expect.poll(() => title(page).inputValue()).toBe('Small');
  };

  const rename = async (page: Page, name: string) => {
    await title(page).fill(name);
    await title(page).press('Enter');
  };
});

interface GivenFile {
  readonly name: string;
  /** What is in it, or the colour of a picture. */
  readonly text?: string;
  readonly colour?: string;
}

const paste = (page: Page, file: GivenFile) => give(page, 'paste', [file]);

const drop = (page: Page, at: { readonly x: number; readonly y: number }, files: readonly GivenFile[]) =>
  give(page, 'drop', files, at);

/** What a browser does when a person pastes or drops files; there is no other way to do that from outside. */
async function give(page: Page, how: 'paste' | 'drop', files: readonly GivenFile[], at = { x: 0, y: 0 }) {
  await page.evaluate(
    async ({ how, files, at }) => {
      const transfer = new DataTransfer();
      for (const { name, text, colour } of files) {
        const canvas = new OffscreenCanvas(96, 64);
        const context = canvas.getContext('2d');
        if (context && colour) {
          context.fillStyle = colour;
          context.fillRect(0, 0, 96, 64);
        }
        const content = text ?? (await canvas.convertToBlob({ type: 'image/png' }));
        transfer.items.add(new File([content], name));
      }
      const common = { bubbles: true, cancelable: true };
      if (how === 'paste') {
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: transfer }));
        return;
      }
      const place = { ...common, dataTransfer: transfer, clientX: at.x, clientY: at.y };
      const under = document.elementFromPoint(at.x, at.y) ?? document.body;
      under.dispatchEvent(new DragEvent('dragover', place));
      under.dispatchEvent(new DragEvent('drop', place));
    },
    { how, files, at },
  );
}

async function centre(place: ReturnType<Page['locator']>) {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the optimiser's node says. */
async function iteration(page: Page): Promise<number> {
  const text = await page
    .getByRole('main')
    .getByText(/^[\d,]+ of [\d,]+$/)
    .first()
    .textContent({ timeout: 1_000 })
    .catch(() => '');
  return Number(/^[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', '') ?? -1);
}

/** Writes down the first iteration that the page shows. */
function recordIterations(): void {
  const shown = globalThis as { firstIteration?: number };
  new MutationObserver(() => {
    const [, number] = /([\d,]+) of 90,?000/.exec(document.body?.textContent ?? '') ?? [];
    const iteration = Number(number?.replaceAll(',', '') ?? 0);
    if (iteration > 0) shown.firstIteration ??= iteration;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

const firstIteration = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as { firstIteration?: number }).firstIteration ?? 0);

/** How far the copy is that would be gone on from after a reload. */
function keptIteration(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('gramarye-copies');
        // Nothing is kept yet, and the page is to make its database itself.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction('documents').objectStore('documents').getAll();
          all.onsuccess = () => {
            const reached = all.result.flatMap(({ copies }) =>
              Object.values(copies as Record<string, { history: { segments: { until: number }[] } }>).map(
                ({ history }) => history.segments.at(-1)?.until ?? 0,
              ),
            );
            database.close();
            resolve(Math.max(0, ...reached));
          };
        };
      }),
  );
}
