/**
 * `npm run screenshots`: the editor for the README, once the default graph has painted for a while, larger than on a
 * first visit, so that the picture is sharp. In both themes; the one that is shown there is dark. Then two of the
 * lenses.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openHouse } from '../tests/editor/editor-page.ts';

const folder = fileURLToPath(new URL('../docs/figures/', import.meta.url));
/** Hundredths of the painting, after which the picture has found its look. */
const enough = 60;
const longSide = '384';

mkdirSync(folder, { recursive: true });
const house = await openHouse();
try {
  const { context, page } = await house.visit({
    viewport: { width: 1440, height: 810 },
    colorScheme: 'dark',
    deviceScaleFactor: 1.5,
  });
  await page.getByRole('button', { name: 'Put away' }).click();
  for (const which of [0, 1]) await setSize(page, which);
  await page.getByRole('main').getByText('Style loss', { exact: true }).click();
  await page.waitForFunction(
    least =>
      [...document.querySelectorAll('[role="progressbar"]')].some(
        bar => Number(bar.getAttribute('aria-valuenow')) >= least,
      ),
    enough,
    { timeout: 3_000_000, polling: 500 },
  );
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    const file = join(folder, `editor-${theme}.webp`);
    await sharp(await page.screenshot({ animations: 'disabled' }))
      .webp({ quality: 86 })
      .toFile(file);
    console.log(file);
  }
  for (const [node, lens] of [
    ['Taps of the style', 'feature'],
    ['Style loss', 'pulls'],
  ] as const) {
    await page.getByRole('main').getByText(node, { exact: true }).click();
    await page.keyboard.press('Control+k');
    await page.locator(`[cmdk-item][data-value="view.lens-${lens}"]`).click();
    await page.getByRole('dialog').locator('canvas').nth(1).waitFor();
    // Pictures are drawn when they come.
    await page.waitForTimeout(5000);
    const file = join(folder, `lens-${lens}.webp`);
    await sharp(await page.getByRole('dialog').screenshot({ animations: 'disabled' }))
      .webp({ quality: 84 })
      .toFile(file);
    console.log(file);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await context.close();
} finally {
  await house.close();
}

async function setSize(page: Page, which: number): Promise<void> {
  await page.getByRole('main').getByText('Resize', { exact: true }).nth(which).click();
  const size = page.getByRole('tabpanel').getByRole('spinbutton', { name: 'Size', exact: true });
  await size.fill(longSide);
  await size.press('Enter');
}
