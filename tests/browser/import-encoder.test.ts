/**
 * Other people's weights in a real browser, on the page and in its worker, from another site that shows pages no
 * more than it has to: nothing is asked beforehand, and nothing is fetched but the file and our own script.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bytesSource } from '../../models/import/bytes-source.ts';
import { importEncoder } from '../../models/import/import-encoder.ts';
import { hdf5File, keras3, notop } from '../../models/import/testing/keras-files.ts';
import { safetensorsFile, torchvisionTensors, vggWeights } from '../../models/import/testing/vgg-weights.ts';
import { granted } from '../../models/testing/outcome.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { Actions } from './import-page.ts';

const found = findBrowser({ install: false });
if (!found) console.log("Other people's weights on a page: skipped, for there is no Chromium to try it in.");

const weights = vggWeights();
const files: Readonly<Record<string, Uint8Array>> = {
  '/net.safetensors': safetensorsFile(torchvisionTensors(weights)),
  '/net.h5': await hdf5File(notop(weights)),
  '/model.weights.h5': await hdf5File(keras3(weights)),
};

/** What Node makes of the same file. */
async function expected(path: string): Promise<string> {
  const source = bytesSource(files[path] ?? new Uint8Array(), path);
  const { layout, weights } = granted(await importEncoder(source, { deepest: 'conv5_4' }));
  return `${layout} ${weights}`;
}

let ours: Server;
let theirs: Server;
let browser: Browser;
let page: Page;
/** What the page asked of either server. */
let asked: string[] = [];

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Allows every page to read, and shows none of its headers. `/whole/…` gives no parts. */
function giveFile({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
  asked.push(`${method} ${url}`);
  response.setHeader('access-control-allow-origin', '*');
  const whole = url.startsWith('/whole');
  const file = files[url.replace('/whole', '')];
  if (method !== 'GET' || !file) return void response.writeHead(method === 'GET' ? 404 : 405).end();
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (whole || from === undefined) return void response.writeHead(200).end(file);
  const [start, end] = [Number(from), Math.min(Number(to), file.length - 1)];
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${file.length}` });
  response.end(file.subarray(start, end + 1));
}

const act = (name: keyof Actions, ...args: string[]): Promise<unknown> =>
  page.evaluate(`globalThis.actions[${JSON.stringify(name)}](...${JSON.stringify(args)})`);

const actInWorker = (name: keyof Actions, ...args: string[]): Promise<unknown> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker('/page.js', { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.onerror = event => reject(new Error(event.message));
    worker.postMessage(${JSON.stringify([name, ...args])});
  })`);

describe.skipIf(!found)("other people's weights on a page", () => {
  let site: string;

  beforeAll(async () => {
    const scripts = await bundled();
    ours = createServer(({ url = '' }, response) => {
      asked.push(url);
      const script = scripts.get(url);
      response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html');
      // As strict as a page may be: nothing but its own scripts, and WebAssembly that they bring.
      response.setHeader(
        'content-security-policy',
        "default-src 'self'; connect-src *; script-src 'self' 'wasm-unsafe-eval'",
      );
      response.end(script ?? '<!doctype html><script type="module" src="/page.js"></script>');
    });
    theirs = createServer(giveFile);
    const address = await listening(ours);
    site = await listening(theirs);
    browser = await chromium.launch({
      executablePath: found?.path ?? '',
      headless: true,
      // As root, as in a container, Chromium starts only without its sandbox.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction('globalThis.actions !== undefined');
  }, 120_000);

  beforeEach(() => {
    asked = [];
  });

  afterAll(async () => {
    await browser?.close();
    ours?.close();
    theirs?.close();
  });

  test.each(Object.keys(files))('%s comes from another site, in parts and whole', async path => {
    const outcome = await expected(path);
    expect(await act('fromUrl', `${site}${path}`)).toBe(outcome);
    expect(await act('fromUrl', `${site}/whole${path}`)).toBe(outcome);
    expect(await actInWorker('fromUrl', `${site}${path}`)).toBe(outcome);
    // Only GET: nobody was asked whether one may ask. And only the file, and our own scripts.
    expect(asked.filter(what => !/^GET \/|^\/\S+\.js$/.test(what))).toEqual([]);
  });

  test.each(Object.keys(files))('%s is taken when it is dropped', async path => {
    expect(await act('fromFile', `${site}${path}`, path.slice(1))).toBe(await expected(path));
    expect(await actInWorker('fromFile', `${site}${path}`, path.slice(1))).toBe(await expected(path));
  });

  test('R8 what is not there, and who is not, are refused in a sentence', async () => {
    const host = new URL(site).host;
    expect(await act('fromUrl', `${site}/nothing.h5`)).toBe(`${host} has no nothing.h5. Check the address.`);
    expect(await act('fromUrl', 'http://127.0.0.1:9/net.h5')).toMatch(
      'net.h5 could not be fetched: 127.0.0.1:9',
    );
  });
});

/** The page's script and what it loads later, as the page will be built. */
async function bundled(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rollupOptions: {
        input: fileURLToPath(new URL('import-page.ts', import.meta.url)),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return new Map(
    outputs
      .flatMap(output => ('output' in output ? output.output : []))
      .flatMap(chunk => (chunk.type === 'chunk' ? [[`/${chunk.fileName}`, chunk.code]] : [])),
  );
}
