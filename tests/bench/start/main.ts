/**
 * How long a visitor waits, part by part: the built page is opened in Chromium, in a profile that has never seen it,
 * and what appears on it is watched from within. Median of several visits. Prints one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { openHouse } from '../../editor/editor-page.ts';
import { median } from '../median.ts';

/** In the order in which they are reached. */
export const milestones = ['painted', 'device', 'iteration'] as const;

export interface StartReport {
  readonly visits: number;
  /** Milliseconds since the address was entered; NaN where it did not appear. */
  readonly reached: Readonly<Record<(typeof milestones)[number], number>>;
}

const visits = 5;
const patience = 60_000;

/** Watches the page from its first moment on. Runs within the page. */
function watch(): void {
  const reached: Record<string, number> = {};
  Object.assign(window, { reached });
  const signs: Readonly<Record<string, () => boolean>> = {
    device: () => /[CG]PU · /.test(document.body?.innerText ?? ''),
    iteration: () => Number(document.querySelector('[role="progressbar"]')?.ariaValueNow ?? 0) > 0,
  };
  const look = () => {
    for (const [name, appeared] of Object.entries(signs)) {
      if (reached[name] === undefined && appeared()) reached[name] = performance.now();
    }
    if (Object.keys(reached).length < Object.keys(signs).length) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// As it ships: made small, which the tests' own build is not.
const folder = mkdtempSync(join(tmpdir(), 'gramarye-start-'));
await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
process.env.GRAMARYE_PAGE = folder;
const house = await openHouse();
const seen: Record<string, number>[] = [];
try {
  for (let visit = 0; visit < visits; visit++) {
    const context = await house.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(house.address);
    await page.waitForFunction(() => Object.keys(Reflect.get(window, 'reached')).length === 2, undefined, {
      timeout: patience,
    });
    seen.push(
      await page.evaluate(() => ({
        ...Reflect.get(window, 'reached'),
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      })),
    );
    await context.close();
  }
} finally {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}

const reached = Object.fromEntries(
  milestones.map(name => [name, Math.round(median(seen.map(visit => visit[name] ?? Number.NaN)))]),
);
console.log(JSON.stringify({ visits, reached }));
