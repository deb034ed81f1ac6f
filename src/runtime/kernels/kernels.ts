/**
 * Our own WebAssembly (./assembly), at work in the memory of tfjs' wasm backend: what tfjs' kernels are handed
 * and hand back are places in it, so nothing is ever copied between the two.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { plain, relaxed } from './built/binaries.ts';

/** A 3×3 convolution of [height, width, channels]. Places are bytes from the beginning of the memory, 0 for none. */
export interface Convolution {
  readonly x: number;
  /** [3, 3, channels, outputChannels] */
  readonly kernel: number;
  readonly bias: number;
  /** Of x's shape: where it is not positive, x counts as 0. */
  readonly mask: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outputChannels: number;
  /** Rows and columns of zeros around x: 0, 1 or 2. */
  readonly padding: number;
  readonly relu: boolean;
}

/** As ./assembly/index.ts declares them. */
interface Exports {
  jobBytes(): number;
  prepareConvolution(job: number, threads: number, ...given: number[]): number;
  run(job: number, scratch: number): void;
}

/** What of tfjs' Emscripten module is used here. */
interface Heap {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(place: number): void;
}

/** Plain SIMD everywhere, relaxed where the engine has it: then a product and its sum are one instruction. */
export type Variant = 'plain' | 'relaxed';

const binaries = { plain, relaxed };

const bytesOf = (variant: Variant): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(binaries[variant]), character => character.charCodeAt(0));

export const hasVariant = (variant: Variant): boolean => WebAssembly.validate(bytesOf(variant));

export class Kernels {
  readonly #heap: Heap;
  readonly #exports: Exports;
  readonly #job: number;
  #scratch = 0;
  #scratchBytes = 0;

  constructor(backend: BackendWasm, variant: Variant) {
    this.#heap = backend.wasm as unknown as Heap;
    const module = new WebAssembly.Module(bytesOf(variant));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#heap.asm.memory } });
    this.#exports = exports as unknown as Exports;
    this.#job = this.#take(this.#exports.jobBytes());
  }

  convolve(given: Convolution): void {
    const { x, kernel, bias, mask, y, height, width, channels, outputChannels, padding, relu } = given;
    const places = [x, kernel, bias, mask, y];
    const sizes = [height, width, channels, outputChannels, padding, Number(relu)];
    const scratchBytes = this.#exports.prepareConvolution(this.#job, 1, ...places, ...sizes);
    this.#exports.run(this.#job, this.#scratchOf(scratchBytes));
  }

  /** Frees what it holds of the backend's memory. */
  dispose(): void {
    this.#heap._free(this.#scratch);
    this.#heap._free(this.#job);
  }

  #scratchOf(bytes: number): number {
    if (bytes <= this.#scratchBytes) return this.#scratch;
    this.#heap._free(this.#scratch);
    this.#scratchBytes = 0;
    this.#scratch = this.#take(bytes);
    this.#scratchBytes = bytes;
    return this.#scratch;
  }

  #take(bytes: number): number {
    const place = this.#heap._malloc(bytes);
    if (place === 0) throw new Error(`The heap of WebAssembly has no ${bytes} bytes left.`);
    return place;
  }
}
