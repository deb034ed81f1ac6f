import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, env } from '@tensorflow/tfjs-core';
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { provideArenas } from '../arenas.ts';
import type { Backend, BackendOptions } from '../backend.ts';
import { openKernels } from './kernels-of.ts';
import { stop } from './registry.ts';
import { WasmArenas } from './wasm-arenas.ts';
import { installKernels } from './wasm-kernels.ts';

/**
 * The heap grows to 4 GiB less 64 KiB. Close to that, malloc hands out memory beyond the end instead of
 * refusing, so the last eighth stays unused; it also takes what the kernels need for themselves.
 */
const heapLimit = 3.5 * 2 ** 30;

/** What our kernels take beside tensors on so many threads, rounded up. */
export const wasmOwnBytes = (threads: number): number => threads * 7 * 2 ** 20;

/** Bytes for tensors, on a machine that has `systemMemory` where that is known. */
export const wasmMemory = (systemMemory?: number): number =>
  Math.min(heapLimit, systemMemory ? systemMemory / 2 : heapLimit);

/** The processor's vector units, through tfjs' WebAssembly build. */
export async function openWasm({
  wasmPath,
  threads,
  relaxedSimd = true,
  kernels: whose = 'ours',
  systemMemory,
}: BackendOptions): Promise<Result<Backend>> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))) return failure(message('backend.no-simd'));
  if (wasmPath !== undefined) setWasmPaths(wasmPath);
  // Its own threads: ours need its memory for themselves.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  installKernels(whose);
  const { startWasm } = await import('./wasm-memory.ts');
  if (!(await startWasm(threads))) return failure(message('backend.no-wasm'));
  const opened = backend() as BackendWasm;
  const kernels = openKernels(opened, { relaxed: relaxedSimd, threads });
  const ownBytes = wasmOwnBytes(kernels.threads);
  provideArenas(opened, new WasmArenas(opened, ownBytes, heapLimit));
  const alone = 'WebAssembly with SIMD';
  return success({
    name: 'wasm',
    description: kernels.threads > 1 ? `${alone} on ${kernels.threads} threads` : alone,
    memoryLimit: wasmMemory(systemMemory),
    largestTensor: 2 ** 31,
    ownBytes,
    lost: new Promise(() => {}),
    dispose: () => {
      kernels.dispose();
      stop('wasm');
    },
  });
}
