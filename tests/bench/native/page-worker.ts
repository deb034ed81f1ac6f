/// <reference lib="dom" />
import { openBackend } from '../../../src/runtime/execute/backend.ts';
import { pageThreads } from '../../../src/ui/worker/page-threads.ts';
import { wasmFiles } from '../../../src/ui/worker/shipped.ts';
import { measureOurs } from '../measure-ours.ts';
import type { orderFrom } from '../setting.ts';
import type { Told } from './page.ts';

const tell = (told: Told) => postMessage(told);

globalThis.onmessage = async ({ data }: MessageEvent<ReturnType<typeof orderFrom>>) => {
  try {
    const backend = await openBackend('wasm', { wasmPath: wasmFiles, threads: pageThreads() });
    if (!backend.ok) throw new Error(backend.reason.id);
    if (!/threads/.test(backend.value.description)) throw new Error(backend.value.description);
    tell({ report: await measureOurs(data) });
  } catch (error) {
    tell({ error: String(error) });
  }
};
