/**
 * What a thread has to be started with in order to run TypeScript, which Node does not read by itself: `module` with
 * all that is ours, bundled once for all threads, for each of them would take seconds to read the sources.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Where Node finds what is installed, too. */
const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));

export interface ThreadEntry {
  readonly url: URL;
  /** When no thread is to be started any more. */
  remove(): void;
}

export async function threadEntry(module: URL): Promise<ThreadEntry> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'gramarye-thread-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(module),
      outDir: folder,
      minify: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: 'entry.mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return {
    url: pathToFileURL(join(folder, 'entry.mjs')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
