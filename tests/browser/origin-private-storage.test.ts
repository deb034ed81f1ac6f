/** A page's own storage, in a real browser: on the page and in its worker, with a full quota, killed midway. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { Actions } from './store-page.ts';

const browser = findBrowser({ install: false });
if (!browser) console.log("A page's storage: skipped, for there is no Chromium to try it in.");

const profile = mkdtempSync(join(tmpdir(), 'gramarye-browser-'));
let script: string;
let server: Server;
let address: string;
let context: BrowserContext;
let page: Page;

async function openPage(): Promise<void> {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: browser?.path ?? '',
    headless: true,
    // As root, as in a container, Chromium starts only without its sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction('globalThis.actions !== undefined');
}

/** Runs one of the page's actions, in the page. */
const act = <Name extends keyof Actions>(name: Name, ...args: Parameters<Actions[Name]>): Promise<unknown> =>
  page.evaluate(`globalThis.actions[${JSON.stringify(name)}](...${JSON.stringify(args)})`);

/** The same in a worker of the page. */
const actInWorker = <Name extends keyof Actions>(
  name: Name,
  ...args: Parameters<Actions[Name]>
): Promise<unknown> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker('/page.js', { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.onerror = event => reject(new Error(event.message));
    worker.postMessage(${JSON.stringify([name, ...args])});
  })`);

describe.skipIf(!browser)("encoders in a page's own storage", () => {
  beforeAll(async () => {
    script = await bundled();
    server = createServer((request, response) => {
      const isScript = request.url === '/page.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`;
    await openPage();
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    server?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('are kept, listed, opened and removed, and are still there after a reload', async () => {
    expect(await act('put', 'tiny', false)).toMatchObject({ name: 'tiny' });
    await page.reload();
    await page.waitForFunction('globalThis.actions !== undefined');
    expect(await act('list')).toEqual(['tiny']);
    expect(await act('open', 'tiny')).toBe('tiny');
    await act('remove', 'tiny');
    expect(await act('list')).toEqual([]);
    expect(await act('files')).toEqual([]);
  });

  test('that are kept in a worker are there for the page', async () => {
    expect(await actInWorker('put', 'tiny', true)).toMatchObject({ name: 'tiny' });
    expect(await act('open', 'tiny')).toBe('other');
    expect(await actInWorker('open', 'tiny')).toBe('other');
  });

  test('stay in their file for a worker, which reads them where they are needed; a page holds them', async () => {
    await act('put', 'tiny', false);
    expect(await actInWorker('openAndLose', 'tiny')).toEqual({ isSame: true, lost: 'store.file-missing' });
    await act('put', 'tiny', false);
    expect(await act('openAndLose', 'tiny')).toEqual({ isSame: true, lost: 'held' });
  });

  test('R8 with one flipped bit are refused', async () => {
    expect(await act('put', 'tiny', false)).toMatchObject({ name: 'tiny' });
    const [weights] = (await act('files')) as string[];
    await act('flip', `encoders/${weights}`, 2000);
    expect(await act('open', 'tiny')).toContain('The kept encoder `tiny` is damaged');
    await act('put', 'tiny', false);
    expect(await act('open', 'tiny')).toBe('tiny');
  });

  test('R8 that do not fit into the quota are refused, and the old one stays', async () => {
    await act('put', 'tiny', false);
    const before = await act('files');
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(address).origin,
      quotaSize: 20_000,
    });
    try {
      const refused = await act('write', 'encoders/large', 5_000_000);
      expect(refused).toContain('There is no room for encoders/large: this browser gives the page no more.');
      expect(await act('files')).toEqual(before);
      expect(await act('open', 'tiny')).toBe('tiny');
    } finally {
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin });
    }
  });

  test('are as they were when the browser dies while one is written', async () => {
    await act('put', 'tiny', false);
    const before = await act('files');
    await act('writeAndHang', 'encoders/tiny.json', 1_000_000);
    await context.close();
    await openPage();
    expect(await act('files')).toEqual(before);
    expect(await act('open', 'tiny')).toBe('tiny');
  });
});

/** The page's script with all that it imports, as the page will be built. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('store-page.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'page',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    for (const chunk of 'output' in output ? output.output : [])
      if (chunk.type === 'chunk') return chunk.code;
  }
  throw new Error('Nothing was bundled.');
}
