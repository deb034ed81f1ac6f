/** The built page on a host that knows nothing of it: plain files below some folder, without a header of their own. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.ts';
import { noBrowser, pageFolder } from './editor-page.ts';

const path = '/~anna/talks/2015/';

describe.skipIf(noBrowser)('the page on any static host', () => {
  let folder: Awaited<ReturnType<typeof pageFolder>>;
  let host: PlainHost;
  let browser: Browser;
  beforeAll(async () => {
    folder = await pageFolder();
    host = await plainHost(folder.folder);
    const found = findBrowser({ install: false });
    browser = await chromium.launch({
      ...(found && { executablePath: found.path }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    folder?.remove();
  });

  test('isolates itself on the first visit, and from then on needs no network to be opened and to paint', async () => {
    const page = await browser.newPage();
    const problems = problemsOf(page);
    await page.goto(host.address);
    await page.waitForFunction(() => crossOriginIsolated);
    await painting(page);
    const { files } = pageBuild(folder.folder);
    await expect.poll(() => keptIn(page), { timeout: 60_000 }).toBe(files.length);
    expect(problems).toEqual([]);

    await host.close();
    await page.reload();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await painting(page);
    // What the person had not asked for yet is there as well.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('runs no script but its own: none in the page, none from a text, none from elsewhere', async () => {
    await host.open();
    const page = await browser.newPage();
    await page.goto(host.address);
    await page.locator('.react-flow__node').first().waitFor();
    const ran = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.wasRun = true';
      const handled = document.createElement('div');
      handled.innerHTML = '<img src="missing:" onerror="globalThis.wasRun = true">';
      document.body.append(inline, handled);
      const fromElsewhere = document.createElement('script');
      fromElsewhere.src = 'data:text/javascript,globalThis.wasRun = true';
      const refused = new Promise(resolve => fromElsewhere.addEventListener('error', resolve));
      document.body.append(fromElsewhere);
      await refused;
      let evaluated = true;
      try {
        // biome-ignore lint/security/noGlobalEval: it is to be refused
        globalThis.eval('0');
      } catch {
        evaluated = false;
      }
      return { evaluated, wasRun: 'wasRun' in globalThis };
    });
    expect(ran).toEqual({ evaluated: false, wasRun: false });
    await page.context().close();
  }, 60_000);
});

interface PlainHost {
  readonly address: string;
  /** The same address again, after it was closed. */
  open(): Promise<void>;
  close(): Promise<void>;
}

async function plainHost(folder: string): Promise<PlainHost> {
  const serve = sirv(folder);
  const server: Server = createServer((request, response) => {
    const isBelow = request.url?.startsWith(path);
    const missing = () => void response.writeHead(404).end();
    if (!isBelow) return missing();
    request.url = `/${request.url?.slice(path.length)}`;
    serve(request, response, missing);
  });
  const listen = (port: number) => new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    // By its number: what is called localhost is the person's own machine, which needs nothing kept.
    address: `http://127.0.0.1:${port}${path}`,
    open: () => (server.listening ? Promise.resolve() : listen(port)),
    close: () =>
      new Promise(done => {
        if (!server.listening) return done();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Until iterations are counted. */
const painting = (page: Page) =>
  page
    .getByText(/[1-9].* it\/s/)
    .first()
    .waitFor({ timeout: 60_000 });

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', said => said.type() === 'error' && problems.push(said.text()));
  return problems;
}

/** What the service worker was told to keep. */
function pageBuild(folder: string): { readonly files: readonly string[] } {
  const text = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  return JSON.parse(/self\.pageBuild = (.*);\n/.exec(text)?.[1] ?? '');
}

const keptIn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [name] = (await caches.keys()).filter(key => key.includes('/2015/'));
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
  });
