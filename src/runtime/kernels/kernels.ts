/**
 * Our own WebAssembly (./assembly), at work in the memory of tfjs' wasm backend: what tfjs' kernels are handed
 * and hand back are places in it, so nothing is ever copied between the two.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { plain, plainShared, relaxed, relaxedShared } from './built/binaries.ts';
import {
  type AdamStep,
  type Affine,
  type ChannelScale,
  type Combination,
  type Convolution,
  type Difference,
  type Gram,
  type MovingAverage,
  operations,
  type Pooling,
  type Product,
  type Sum,
} from './tasks.ts';
import type { Threads } from './threads.ts';

/** As ./assembly/index.ts declares them. */
interface Exports {
  jobBytes(): number;
  open(job: number): void;
  prepareConvolution(job: number, threads: number, ...given: number[]): void;
  prepareProduct(job: number, threads: number, ...given: number[]): void;
  prepareGram(job: number, ...given: number[]): void;
  preparePooling(job: number, ...given: number[]): void;
  prepareCombination(job: number, ...given: number[]): void;
  prepareAffine(job: number, ...given: number[]): void;
  sumUp(x: number, y: number, count: number, squares: boolean, factor: number): void;
  scratchBytes(job: number, threads: number): number;
  differences(x: number, y: number, outer: number, count: number, inner: number): void;
  differencesBack(x: number, y: number, outer: number, count: number, inner: number): void;
  averageMoving(
    average: number,
    sample: number,
    keep: number,
    take: number,
    y: number,
    count: number,
    squares: boolean,
  ): void;
  stepByAdam(...given: number[]): void;
  scaleChannels(
    x: number,
    factors: number,
    offsets: number,
    y: number,
    positions: number,
    channels: number,
  ): void;
  run(job: number, scratch: number, helped: boolean): void;
  stop(job: number): void;
}

/** What of tfjs' Emscripten module is used here. */
interface Heap {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(place: number): void;
}

export interface KernelOptions {
  /** Relaxed SIMD where the engine has it, unless it is false: a product and its sum are one instruction there. */
  readonly relaxed?: boolean;
  /** Used where the backend's memory is shared, and started when there is work for them. */
  readonly threads?: Threads | undefined;
}

const binaries = {
  alone: { plain, relaxed },
  shared: { plain: plainShared, relaxed: relaxedShared },
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), character => character.charCodeAt(0));

/** Whether this engine has relaxed SIMD. */
export const hasRelaxed = (): boolean => WebAssembly.validate(bytesOf(relaxed));

/** Multiply-adds of a plain convolution; what gets less out of a byte of memory counts for more. */
const worthHelp = 2.5e6;
/** So many multiply-adds would be done in the time that a number takes to be read and written. */
const throughMemory = 40;

export class Kernels {
  readonly #heap: Heap;
  readonly #module: WebAssembly.Module;
  readonly #exports: Exports;
  readonly #job: number;
  readonly #threads: Threads | undefined;
  readonly #helpers: (() => void)[] = [];
  #scratch = 0;
  #scratchBytes = 0;

  constructor(backend: BackendWasm, { relaxed = true, threads }: KernelOptions = {}) {
    this.#heap = backend.wasm as unknown as Heap;
    const { memory } = this.#heap.asm;
    const isShared = !(memory.buffer instanceof ArrayBuffer);
    const { plain, relaxed: faster } = binaries[isShared ? 'shared' : 'alone'];
    this.#module = new WebAssembly.Module(bytesOf(relaxed && hasRelaxed() ? faster : plain));
    this.#exports = new WebAssembly.Instance(this.#module, { env: { memory } }).exports as unknown as Exports;
    this.#threads = isShared && threads && threads.helpers > 0 ? threads : undefined;
    this.#job = this.#take(this.#exports.jobBytes());
    this.#exports.open(this.#job);
  }

  /** How many compute together. */
  get threads(): number {
    return 1 + (this.#threads?.helpers ?? 0);
  }

  convolve(given: Convolution): void {
    const { x, kernel, bias, mask, y, height, width, channels, outputChannels, padding, relu } = given;
    const places = [x, kernel, bias, mask, y];
    const sizes = [height, width, channels, outputChannels, padding, Number(relu)];
    const helped = this.#isWorthHelp(9 * height * width * channels * outputChannels);
    this.#exports.prepareConvolution(this.#job, helped ? this.threads : 1, ...places, ...sizes);
    this.#run(helped);
  }

  /** `y` [rows, columns] becomes `a` [rows, terms] · `b` [terms, columns] + plus. */
  multiply({ a, b, plus = 0, y, rows, terms, columns }: Product): void {
    const helped = this.#isWorthHelp(4 * rows * terms * columns);
    this.#exports.prepareProduct(this.#job, helped ? this.threads : 1, a, b, plus, y, rows, terms, columns);
    this.#run(helped);
  }

  /** `y` [channels, channels] becomes XᵀX · factor, of x [positions, channels]. */
  gram({ x, y, positions, channels, factor }: Gram): void {
    this.#exports.prepareGram(this.#job, x, y, positions, channels, factor);
    this.#run(this.#isWorthHelp(2 * positions * channels ** 2));
  }

  /** `y` becomes what blocks of 2×2 are pooled to, or, where there is `dy`, what flows back to them. */
  pool({ x, dy, y, height, width, channels, mean }: Pooling): void {
    const helped = this.#isWorthHelp(throughMemory * height * width * channels);
    this.#exports.preparePooling(this.#job, x, dy, y, height, width, channels, Number(mean));
    this.#run(helped);
  }

  /** `y` becomes a and b, number by number. */
  combine({ operation, a, b, y, count, isSingle }: Combination): void {
    const which = operations.indexOf(operation);
    this.#exports.prepareCombination(this.#job, which, a, b, y, count, Number(isSingle));
    this.#run(this.#isWorthHelp(throughMemory * count));
  }

  /** `y` becomes x · factor + offset. */
  scaleAndShift({ x, y, count, factor, offset }: Affine): void {
    this.#exports.prepareAffine(this.#job, x, y, count, factor, offset);
    this.#run(this.#isWorthHelp(throughMemory * count));
  }

  /** `y`, a scalar, becomes the sum of `count` numbers, or of their squares, times `factor`. */
  sumUp({ x, y, count, squares, factor }: Sum): void {
    this.#exports.sumUp(x, y, count, squares, factor);
  }

  /** Of x [outer, count, inner], each of `count` taken from the next one; the adjoint is its transpose. */
  difference({ x, y, outer, count, inner, adjoint }: Difference): void {
    if (adjoint) this.#exports.differencesBack(x, y, outer, count, inner);
    else this.#exports.differences(x, y, outer, count, inner);
  }

  /** `y` becomes x [positions, channels] · factors + offsets. */
  scaleChannels({ x, factors, offsets, y, positions, channels }: ChannelScale): void {
    this.#exports.scaleChannels(x, factors, offsets, y, positions, channels);
  }

  /** `y` becomes average · keep + sample · take; of `squares`, with sample² in the place of sample. */
  averageMoving({ average, sample, keep, take, y, count, squares }: MovingAverage): void {
    this.#exports.averageMoving(average, sample, keep, take, y, count, squares);
  }

  /** `y` becomes x − step · m / (√v · correction + ε), between `low` and `high`. */
  stepByAdam({ x, m, v, step, correction, epsilon, y, count, low, high }: AdamStep): void {
    this.#exports.stepByAdam(x, m, v, step, correction, epsilon, y, count, low, high);
  }

  #isWorthHelp(multiplyAdds: number): boolean {
    return multiplyAdds >= (this.#threads?.worthHelp ?? worthHelp);
  }

  /** What has been prepared. */
  #run(helped: boolean): void {
    const scratch = this.#scratchOf(this.#exports.scratchBytes(this.#job, this.threads));
    if (helped) this.#startHelpers();
    this.#exports.run(this.#job, scratch, helped && this.#helpers.length > 0);
  }

  #startHelpers(): void {
    const { memory } = this.#heap.asm;
    while (this.#threads && this.#helpers.length < this.#threads.helpers) {
      const thread = this.#helpers.length + 1;
      this.#helpers.push(this.#threads.start({ module: this.#module, memory, job: this.#job, thread }));
    }
  }

  /** Frees what it holds of the backend's memory. */
  dispose(): void {
    this.#exports.stop(this.#job);
    for (const end of this.#helpers) end();
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
