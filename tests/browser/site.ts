/** A page as it will be built, served from this machine to a headless browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

export interface Site {
  readonly address: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): void;
}

/** Bundles the script at `entry` with all that it loads later, and serves it as the only page, with more `headers`. */
export async function openSite(entry: string, headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const files = await bundled(entry);
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const file = files.get(url);
    // As strict as a page may be: nothing but what it ships with, and WebAssembly that this brings.
    response.setHeader('content-security-policy', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('content-type', file === undefined ? 'text/html' : (types[extname(url)] ?? ''));
    response.end(file ?? '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => void server.close(),
  };
}

async function bundled(entry: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      rollupOptions: { input: entry, output: { entryFileNames: 'page.js' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return new Map(
    outputs
      .flatMap(output => ('output' in output ? output.output : []))
      .map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}
