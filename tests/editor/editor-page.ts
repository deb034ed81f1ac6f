/**
 * The built editor in a real browser, as a person has it, for the tests of this folder. `npm test` builds the page
 * once and says where it is; a test that is run by itself builds its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../scripts/find-browser.ts';
import { type ServedPage, servePage } from '../../src/cli/page/serve-page.ts';

const found = findBrowser({ install: false });

/** Why there is nothing to test in, for `describe.skipIf`. */
export const noBrowser = found ? undefined : 'there is no Chromium to try it in';
if (noBrowser) console.log(`The editor: skipped, for ${noBrowser}.`);

export interface EditorHouse {
  readonly browser: Browser;
  readonly address: string;
  /**
   * A person's own browser profile, with nothing in it yet, and the editor open. With the query `?paused` nothing
   * paints beside what is tried.
   */
  visit(
    options?: BrowserContextOptions,
    query?: string,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  close(): Promise<void>;
}

/** Everything that it takes to open the editor; to be closed after the tests. */
export async function openHouse(): Promise<EditorHouse> {
  const { folder, remove } = await pageFolder();
  const served: ServedPage = await servePage(folder, 0);
  const browser = await chromium.launch({
    ...(found && { executablePath: found.path }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    browser,
    address: served.address,
    async visit(options = {}, query = '') {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        ...options,
      });
      const page = await context.newPage();
      await page.goto(served.address + query);
      return { context, page };
    },
    async close() {
      await browser.close();
      await served.close();
      remove();
    },
  };
}

/** What is served: to be removed after the tests. */
export async function pageFolder(): Promise<{ readonly folder: string; remove(): void }> {
  const built = process.env.GRAMARYE_PAGE;
  if (built) return { folder: built, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'gramarye-page-'));
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      sourcemap: false,
      minify: false,
      reportCompressedSize: false,
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
