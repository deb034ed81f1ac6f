/**
 * `npm run screenshots`: the editor as a visitor finds it, once the default graph has painted for a while, for the
 * README. In both themes; the one that is shown there is dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { openHouse } from '../tests/editor/editor-page.ts';

const folder = fileURLToPath(new URL('../docs/figures/', import.meta.url));
/** Hundredths of the painting, after which the picture has found its look. */
const enough = 70;

mkdirSync(folder, { recursive: true });
const house = await openHouse();
try {
  for (const theme of ['dark', 'light'] as const) {
    const { context, page } = await house.visit({ colorScheme: theme, deviceScaleFactor: 1.5 });
    await page.getByRole('progressbar').first().waitFor();
    await page.waitForFunction(
      least =>
        [...document.querySelectorAll('[role="progressbar"]')].some(
          bar => Number(bar.getAttribute('aria-valuenow')) >= least,
        ),
      enough,
      { timeout: 600_000, polling: 500 },
    );
    const file = join(folder, `editor-${theme}.webp`);
    await sharp(await page.screenshot())
      .webp({ quality: 88 })
      .toFile(file);
    console.log(file);
    await context.close();
  }
} finally {
  await house.close();
}
