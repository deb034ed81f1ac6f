/**
 * tfjs' wasm backend started on memory that threads can share, where they are there to share it. tfjs offers a
 * build with threads of its own, but it starts them from the text of a function, not in Node at all, and its
 * kernels gain little from them.
 */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env } from '@tensorflow/tfjs-core';
import { shareMemory } from '../../kernels/share-memory.ts';
import type { Threads } from '../../kernels/threads.ts';
import { start } from './registry.ts';

/** Once tfjs has been told to fetch its WebAssembly, it cannot be told otherwise. */
let fetched: Uint8Array<ArrayBuffer> | undefined;

/** @returns Whether it has started. */
export async function startWasm(threads: Threads | undefined): Promise<boolean> {
  if (threads) fetched ??= await threads.loadTfjs().catch(() => undefined);
  if (!fetched) return start('wasm');
  const module = (threads && canShare() && shareMemory(fetched)) || fetched;
  setWasmPaths('', true);
  const { platform } = env();
  const { fetch } = platform;
  platform.fetch = async (path, init) =>
    path.includes('tfjs-backend-wasm') ? new Response(module) : fetch.call(platform, path, init);
  try {
    return await start('wasm');
  } finally {
    platform.fetch = fetch;
  }
}

/** Where addresses are scarce, so much memory that does not move is not to be had. */
function canShare(): boolean {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true }).buffer.byteLength > 0;
  } catch {
    return false;
  }
}
