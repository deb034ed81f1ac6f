/**
 * Builds the page's service worker beside the page, under a name that never changes, and tells it what to keep:
 * all that the build has made but source maps.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../../src/ui/hosting/service-worker.ts', import.meta.url));

/** Fonts have older forms, too, for browsers that have no service workers either. */
const notKept = /\.(map|woff|ttf)$/;

export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    // Once the page itself is there.
    order: 'post',
    async handler(_, bundle) {
      const code = await program();
      const files = Object.keys(bundle).filter(file => !notKept.test(file));
      const page = bundle['index.html'];
      // The page alone does not tell its content by its name.
      const content = JSON.stringify([files, page?.type === 'asset' && page.source.toString(), code]);
      const pageBuild = {
        version: createHash('sha256').update(content).digest('hex').slice(0, 16),
        files: files.map(file => (file === 'index.html' ? '' : file)).sort(),
      };
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: `self.pageBuild = ${JSON.stringify(pageBuild)};\n${code}`,
      });
    },
  },
});

/** Apart from the page, with which it shares no code: a second entry would break the page into many more files. */
async function program(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rollupOptions: { input: source } },
  });
  const [chunk] = Array.isArray(built)
    ? built.flatMap(({ output }) => output)
    : 'output' in built
      ? built.output
      : [];
  if (chunk?.type !== 'chunk' || chunk.imports.length > 0)
    throw new Error('The service worker must stand alone.');
  return chunk.code;
}
