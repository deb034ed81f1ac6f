/** Pictures as they come from cameras and telephones: turned, huge, or in a format that the browser does not read. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorHouse, noBrowser, openHouse } from './editor-page.ts';

const patient = { timeout: 45_000 };

describe.skipIf(noBrowser)('pictures that come in', () => {
  let house: EditorHouse;
  let page: Page;
  beforeAll(async () => {
    house = await openHouse();
    ({ page } = await house.visit({}, '?paused'));
    page.setDefaultTimeout(patient.timeout);
    await page.getByRole('menubar').waitFor();
    await page.keyboard.press('Alt+n');
    await page.waitForFunction(() => document.title.startsWith('Untitled'));
  }, 300_000);
  afterAll(() => house?.close());

  const nodes = () => page.locator('.react-flow__node');

  test('a photograph that was taken upright stands upright, as its EXIF data say', async () => {
    await drop(page, 'upright.jpg', { width: 96, height: 64, orientation: 6 });
    const node = nodes().filter({ hasText: 'upright.jpg' });
    await node.waitFor();
    await expect.poll(() => node.textContent(), patient).toContain('64 × 96');
  });

  test('a huge one is scaled on the way in, and that is said with its sizes', async () => {
    await drop(page, 'panorama.jpg', { width: 10_000, height: 40 });
    const node = nodes().filter({ hasText: 'panorama.jpg' });
    await node.waitFor();
    await page
      .getByRole('region', { name: /Notifications/ })
      .getByText(/panorama\.jpg.*10,?000/)
      .waitFor();
    await expect.poll(() => node.textContent(), patient).not.toContain('10000');
  });

  test('D5 one that this browser does not read is refused by its name and its format', async () => {
    const before = await nodes().count();
    await drop(page, 'sunset.heic', {
      bytes: [0, 0, 0, 24, ...ascii('ftypheic'), 0, 0, 0, 0, ...ascii('mif1heic')],
    });
    await page
      .getByRole('region', { name: /Notifications/ })
      .getByText(/sunset\.heic.*HEIC/)
      .waitFor();
    expect(await nodes().count()).toBe(before);
  });
});

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

type Given =
  | { readonly width: number; readonly height: number; readonly orientation?: number }
  | { readonly bytes: readonly number[] };

/** What a browser does when a person drops a file; there is no other way to do that from outside. */
async function drop(page: Page, name: string, given: Given): Promise<void> {
  await page.evaluate(
    async ({ name, given }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([await contentOf(given)], name));
      const place = { bubbles: true, cancelable: true, dataTransfer: transfer, clientX: 300, clientY: 200 };
      const under = document.elementFromPoint(300, 200) ?? document.body;
      under.dispatchEvent(new DragEvent('dragover', place));
      under.dispatchEvent(new DragEvent('drop', place));

      async function contentOf(picture: Given): Promise<BlobPart> {
        if ('bytes' in picture) return new Uint8Array(picture.bytes);
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context?.fillRect(0, 0, picture.width / 2, picture.height);
        const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
        if (picture.orientation === undefined) return jpeg;
        // After the start of the image, a segment of EXIF with one entry: 0x0112, a short.
        const tiff = [
          77,
          77,
          0,
          42,
          0,
          0,
          0,
          8,
          0,
          1,
          1,
          18,
          0,
          3,
          0,
          0,
          0,
          1,
          0,
          picture.orientation,
          0,
          0,
          0,
          0,
          0,
          0,
        ];
        const exif = [69, 120, 105, 102, 0, 0, ...tiff];
        const segment = [255, 225, 0, exif.length + 2, ...exif];
        return new Uint8Array([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)]);
      }
    },
    { name, given },
  );
}
