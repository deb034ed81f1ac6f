/**
 * Where tensors live and run: a GPU through WebGPU, or the processor through WebAssembly, or, for comparison,
 * plain JavaScript. One backend is open at a time; tfjs is one for the whole process.
 */
import { enableProdMode, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import type { Threads } from '../kernels/threads.ts';
import { openCpu } from './backends/cpu.ts';
import { openWasm } from './backends/wasm.ts';
import type { WasmKernels } from './backends/wasm-kernels.ts';
import { openWebGpu } from './backends/webgpu.ts';
import type { TilesKept } from './backends/webgpu-tuning.ts';
import { openSwiftest, type Speeds, type SpeedsKept } from './swiftest.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

export interface Backend {
  readonly name: BackendName;
  /** For people: `WebGPU on NVIDIA RTX 4070`, `WebAssembly with SIMD`. */
  readonly description: string;
  /** Bytes that all tensors together may take. */
  readonly memoryLimit: number;
  /** Bytes that a single tensor may take. */
  readonly largestTensor: number;
  /** Bytes that its kernels take for themselves beside tensors, at most. */
  readonly ownBytes?: number;
  /** What it was chosen by, where GPU and processor were compared. */
  readonly speeds?: Speeds | undefined;
  /** Says so when the device is gone or has run out of memory; whatever it holds is then lost. */
  readonly lost: Promise<Message>;
  /**
   * Draws a picture, [height, width, 3], 0 to 1, made smaller to `size`, where that needs no read-back. Undefined
   * where it does.
   */
  draw?(
    picture: TensorInfo,
    size: { readonly width: number; readonly height: number },
  ): ImageBitmap | undefined;
  /** Frees every tensor and the device. */
  dispose(): void;
}

type WasmFile =
  | 'tfjs-backend-wasm.wasm'
  | 'tfjs-backend-wasm-simd.wasm'
  | 'tfjs-backend-wasm-threaded-simd.wasm';

/** Where each of tfjs' WebAssembly files is, for a page whose bundler has named them. */
export type WasmFiles = Readonly<Record<WasmFile, string>>;

export interface BackendOptions {
  /** WebGPU for a process that has no `navigator.gpu` of its own; see `src/cli/node-webgpu.ts`. */
  readonly gpu?: GPU | undefined;
  /** What a page has by name beside `navigator.gpu`, such as `GPUBufferUsage`. */
  readonly gpuGlobals?: object | undefined;
  /** The folder or addresses that tfjs' WebAssembly files are served from; in Node they are found by themselves. */
  readonly wasmPath?: string | WasmFiles | undefined;
  /** Threads for WebAssembly, from a host that can start some; without them it computes on one. */
  readonly threads?: Threads | undefined;
  /** False where WebAssembly is to make do with plain SIMD; otherwise relaxed SIMD is used where there is any. */
  readonly relaxedSimd?: boolean | undefined;
  /**
   * Whose kernels WebAssembly and WebGPU compute with: ours, or tfjs' own, which round otherwise and take longer.
   * A program that was exported has tfjs alone, so with these it gives the same numbers.
   */
  readonly kernels?: WasmKernels | undefined;
  /** Remembers how a GPU's work is best cut up; without it, nothing is measured and it is cut as suits most. */
  readonly tiles?: TilesKept | undefined;
  /** `half` lets a GPU keep weights in half precision while it multiplies, where that is measured to be swifter. */
  readonly precision?: 'full' | 'half' | undefined;
  /** Remembers which device paints faster; without it, a GPU is taken to. */
  readonly speeds?: SpeedsKept | undefined;
  /** Bytes of memory that the machine has, where that can be known. */
  readonly systemMemory?: number | undefined;
}

/**
 * `auto` takes a real GPU where there is one, or whichever is faster where that can be remembered; never a GPU that
 * software pretends: WebAssembly is faster.
 */
export async function openBackend(
  choice: 'auto' | BackendName,
  options: BackendOptions = {},
): Promise<Result<Backend>> {
  // Silences tfjs' advice to use its Node binding; every shape is checked by our own ops.
  enableProdMode();
  if (choice === 'cpu') return openCpu(options);
  if (choice === 'wasm') return openWasm(options);
  if (choice === 'webgpu') return openWebGpu(options, { software: true });
  const openGpu = () => openWebGpu(options, { software: false });
  const openProcessor = async () => {
    const wasm = await openWasm(options);
    return wasm.ok ? wasm : openCpu(options);
  };
  if (options.speeds) return openSwiftest({ openGpu, openProcessor, ...options.speeds });
  const gpu = await openGpu();
  return gpu.ok ? gpu : openProcessor();
}
