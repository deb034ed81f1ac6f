/** Threads for the WebAssembly kernels in a page, which may have them only where it is isolated from others. */
import type { Threads } from '../../runtime/kernels/threads.ts';
import { wasmFiles } from './shipped.ts';

/** More than that wait for each other and for memory; and a page is not alone on its machine. */
const most = 8;

/** Undefined where there are none. */
export function pageThreads(): Threads | undefined {
  const count = Math.min(most, navigator.hardwareConcurrency);
  if (!globalThis.crossOriginIsolated || !(count > 1)) return undefined;
  return {
    helpers: count - 1,
    start: task => {
      const worker = new Worker(new URL('./kernel-thread.ts', import.meta.url), { type: 'module' });
      worker.postMessage(task);
      return () => worker.terminate();
    },
    loadTfjs: async () => {
      const response = await fetch(wasmFiles['tfjs-backend-wasm-simd.wasm']);
      if (!response.ok) throw new Error(`tfjs’ WebAssembly was not found: ${response.status}.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
