import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { buildKernels } from './scripts/build-kernels.ts';
import { contentSecurityPolicy } from './scripts/page/content-security-policy.ts';
import { serviceWorker } from './scripts/page/service-worker-plugin.ts';

const benchmarks = [
  'main',
  'ours',
  'plain',
  'convolutions',
  'compile-time',
  'editing/pictures',
  'editing/commands',
  'encoders/main',
  'optimisers/main',
  'quick-start/main',
  'start/main',
  'native/chromium',
  'native/peak',
  'webgpu/main',
];

/** The editor: static files that work from any folder of any host. */
const page: UserConfig = {
  // Addresses within the page are relative, so that it may lie anywhere.
  base: './',
  plugins: [react(), contentSecurityPolicy(), serviceWorker()],
  build: { outDir: 'dist/page', target: 'es2022', sourcemap: true, chunkSizeWarningLimit: 1500 },
  worker: { format: 'es' },
  server: {
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
};

/** The library and the command line for Node, or the benchmarks. */
const node = (input: Record<string, string>, outDir: string): UserConfig => ({
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    sourcemap: true,
    minify: false,
    copyPublicDir: false,
    rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' } },
  },
});

function built(mode: string): UserConfig {
  switch (mode) {
    case 'node':
      return node(
        { index: 'src/index.ts', cli: 'src/cli/main.ts', worker: 'src/cli/worker/entry.ts' },
        'dist',
      );
    case 'bench':
      // The benchmark measures what is shipped: built code, not what a loader makes of the sources.
      return node(
        {
          ...Object.fromEntries(benchmarks.map(part => [part, `tests/bench/${part}.ts`])),
          'editing/worker': 'src/cli/worker/entry.ts',
        },
        'dist/bench',
      );
    default:
      return page;
  }
}

/** Tests of much together. */
const programs = ['tests/**/*.test.{ts,tsx}', 'src/nodes/way-through/*.test.ts'];

// Whatever runs here, a build or the tests, finds the kernels as their sources are now.
await buildKernels();

export default defineConfig(({ mode }) => ({
  ...built(mode),
  test: {
    testTimeout: 60_000,
    setupFiles: ['tests/property-seed.ts'],
    // Processes, for Dawn must not be loaded in threads.
    pool: 'forks',
    // One more than there are cores: many of these tests wait for a browser or another process.
    maxWorkers: availableParallelism() + 1,
    // What comes first in the alphabet is run first.
    projects: [
      // Each file in a process of its own: they change the folder, start browsers, lose devices.
      { extends: true, test: { name: 'programs', include: [...programs] } },
      // Many files in one process, one after another: what they import is loaded once. Each leaves tfjs, which has
      // one engine for all of a process, as it found it.
      {
        extends: true,
        test: {
          name: 'units',
          include: ['{src,models,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...programs, '**/node_modules/**'],
          isolate: false,
        },
      },
    ],
  },
}));
