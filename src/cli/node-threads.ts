/**
 * Threads for the WebAssembly kernels in Node: one for each core but the one that computes anyway. They keep no
 * process from ending.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeForNode, type Threads } from '../runtime/kernels/threads.ts';

/** More than that wait for each other and for memory. */
const most = 8;

/** @param count How many compute together; all cores where nothing is said. Undefined where there is but one. */
export function nodeThreads(count = Math.min(most, availableParallelism())): Threads | undefined {
  if (count < 2) return undefined;
  return {
    helpers: count - 1,
    start: task => {
      const worker = new Worker(codeForNode, { eval: true, workerData: task, execArgv: [] });
      worker.unref();
      return () => worker.terminate();
    },
    loadTfjs: async () => {
      const { resolve } = createRequire(import.meta.url);
      const file = resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');
      return new Uint8Array(await readFile(file));
    },
  };
}
