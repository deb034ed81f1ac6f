import { env } from '@tensorflow/tfjs-core';
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import type { Backend, BackendOptions } from '../backend.ts';
import { start, stop } from './registry.ts';
import { improveKernels } from './wasm-kernels.ts';

/**
 * The heap grows to 4 GiB less 64 KiB. Close to that, malloc hands out memory beyond the end instead of
 * refusing, so the last eighth stays unused; it also takes the weights that XNNPACK packs for itself.
 */
const heapLimit = 3.5 * 2 ** 30;

/** The processor's vector units, through tfjs' WebAssembly build. */
export async function openWasm({
  wasmPath,
  wasmThreads = true,
  systemMemory,
}: BackendOptions): Promise<Result<Backend>> {
  const { setWasmPaths, getThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))) return failure(message('backend.no-simd'));
  if (wasmPath !== undefined) setWasmPaths(wasmPath);
  if (!wasmThreads) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  improveKernels();
  if (!(await start('wasm'))) return failure(message('backend.no-wasm'));
  const threads = (await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) ? getThreadsCount() : 1;
  return success({
    name: 'wasm',
    description: threads > 1 ? `WebAssembly with SIMD on ${threads} threads` : 'WebAssembly with SIMD',
    memoryLimit: Math.min(heapLimit, systemMemory ? systemMemory / 2 : heapLimit),
    largestTensor: 2 ** 31,
    lost: new Promise(() => {}),
    dispose: () => stop('wasm'),
  });
}
