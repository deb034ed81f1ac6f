import { defineConfig } from 'vitest/config';

const benchmarks = [
  'main',
  'ours',
  'plain',
  'convolutions',
  'compile-time',
  'editing/pictures',
  'editing/commands',
  'encoders/main',
];

/** Builds the library and the command line for Node; the page joins as a second entry when there is one. */
export default defineConfig(({ mode }) => ({
  build: {
    ssr: true,
    ...(mode === 'bench' && { outDir: 'dist/bench' }),
    target: 'node20',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      // The benchmark measures what is shipped: built code, not what a loader makes of the sources.
      input:
        mode === 'bench'
          ? {
              ...Object.fromEntries(benchmarks.map(part => [part, `tests/bench/${part}.ts`])),
              'editing/worker': 'src/cli/worker/entry.ts',
            }
          : { index: 'src/index.ts', cli: 'src/cli/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
  test: {
    include: ['{src,models,tests,scripts}/**/*.test.ts'],
    testTimeout: 60_000,
    // A process for each file: tfjs has one engine for all of a process, and Dawn must not be loaded in threads.
    pool: 'forks',
  },
}));
