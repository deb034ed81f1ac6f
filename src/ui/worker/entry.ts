/// <reference lib="dom" />
/** The page's worker: all tensor work is here (rule R10). */
import { hosting } from '../../cli/library/hosting.ts';
import { openBackend } from '../../runtime/execute/backend.ts';
import type { Port } from '../../runtime/host/port.ts';
import { serve } from '../../runtime/host/serve.ts';
import { keptSpeeds } from './kept-speeds.ts';
import { keptTiles } from './kept-tiles.ts';
import { pageSources } from './page-sources.ts';
import { pageThreads } from './page-threads.ts';
import { wasmFiles } from './shipped.ts';

/** Gibibytes, where the browser tells. */
const { deviceMemory } = navigator as { readonly deviceMemory?: number };

/** Browsers say 8 of any machine that has more. */
const systemMemory = deviceMemory && deviceMemory < 8 ? deviceMemory * 2 ** 30 : undefined;

serve(
  // The types around here are those of a page, whose own scope would ask for whom a message is.
  globalThis as unknown as Port,
  hosting({
    sourcesAt: pageSources,
    openBackend: choice =>
      openBackend(choice, {
        wasmPath: wasmFiles,
        threads: pageThreads(),
        speeds: keptSpeeds,
        tiles: keptTiles,
        systemMemory,
      }),
    machine: { deviceMemory },
  }),
);
