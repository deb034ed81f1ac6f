/** One layer of an encoder, on which ways to convolve it are timed on a GPU, for a few milliseconds each. */
import * as tf from '@tensorflow/tfjs-core';
import type { Gpu } from './webgpu-backend.ts';
import { type ConvolutionShape, convolutionProgram, runConvolution } from './webgpu-convolution-program.ts';
import { type Amount, smallest, type Tile } from './webgpu-tiles.ts';
import { convolveByWinograd } from './webgpu-winograd.ts';

/** Milliseconds of work that are timed at once: a clock may tick once in a tenth of one. */
const worthTiming = 6;
const mostTimes = 48;

/** Winograd's way takes memory in return. */
const worthWinograd = 0.9;

/** Plainly, in full precision or with weights in half; or by Winograd. */
export type Way = 'full' | 'half' | 'winograd';

export class Trial {
  readonly amount: Amount;
  best: { readonly tile: Tile; readonly time: number } | undefined;
  readonly #gpu: Gpu;
  readonly #layer: ConvolutionShape;
  readonly #inputs: readonly tf.Tensor[];

  constructor(gpu: Gpu, layer: ConvolutionShape, amount: Amount) {
    const [channels = 0] = layer.input.slice(-1);
    const weights = [3, 3, channels, layer.outputChannels];
    this.#gpu = gpu;
    this.#layer = layer;
    this.amount = amount;
    this.#inputs = [layer.input, weights, [layer.outputChannels]].map(spread);
  }

  /** Records it. The result is handed over. */
  compute(tile: Tile, way: Way): tf.TensorInfo {
    const [x, filter, bias] = this.#inputs;
    const { padding } = this.#layer;
    if (way === 'winograd' && x && filter) {
      const given = { x, filter, bias, padding, relu: true };
      return convolveByWinograd(this.#gpu, given, { tile, small: smallest });
    }
    const kind = { hasBias: true, hasMask: false, relu: true };
    const program = convolutionProgram(this.#layer, kind, tile, way === 'half');
    return runConvolution(this.#gpu, program, this.#layer, this.#inputs);
  }

  run(tile: Tile, way: Way): void {
    this.#gpu.disposeData(this.compute(tile, way).dataId);
  }

  /** Milliseconds for one; undefined where this device does not run it. */
  async time(tile: Tile, way: Way = 'full'): Promise<number | undefined> {
    const { device } = this.#gpu;
    device.pushErrorScope('validation');
    await this.#finished(tile, way, 1);
    if (await device.popErrorScope()) return undefined;
    const time = await this.#slope(tile, way);
    if (way === 'full' && time < (this.best?.time ?? Number.POSITIVE_INFINITY)) this.best = { tile, time };
    return time;
  }

  /** With the products cut up as was swiftest for the plain way. */
  async isWinogradWorth(): Promise<boolean> {
    if (!this.best) return false;
    const time = await this.time(this.best.tile, 'winograd');
    return time !== undefined && time < worthWinograd * this.best.time;
  }

  /** Milliseconds that one more takes: what it takes until a browser says that a GPU is done is no part of it. */
  async #slope(tile: Tile, way: Way): Promise<number> {
    const fewTimes = 2;
    const brief = await this.#finished(tile, way, fewTimes);
    if (brief >= worthTiming) return brief / fewTimes;
    const times = Math.min(mostTimes, Math.ceil((3 * worthTiming * fewTimes) / Math.max(brief, 0.1)));
    return Math.max(1e-4, ((await this.#finished(tile, way, times)) - brief) / (times - fewTimes));
  }

  /** Milliseconds for `times` of them. */
  async #finished(tile: Tile, way: Way, times: number): Promise<number> {
    const started = performance.now();
    for (let time = 0; time < times; time++) this.run(tile, way);
    this.#gpu.flush();
    await this.#gpu.queue.onSubmittedWorkDone();
    return performance.now() - started;
  }

  /** The largest error of half precision, as a part of the largest number that comes out. */
  async halfError(tile: Tile): Promise<number> {
    const results = [this.compute(tile, 'full'), this.compute(tile, 'half')];
    const [full, half] = await Promise.all(results.map(({ dataId }) => this.#gpu.read(dataId)));
    for (const { dataId } of results) this.#gpu.disposeData(dataId);
    return largestError(full as Float32Array, half as Float32Array);
  }

  dispose(): void {
    tf.dispose([...this.#inputs]);
  }
}

/** Numbers all over from -0.5 to 0.5: each is a step of the golden section further than the one before. */
function spread(shape: readonly number[]): tf.Tensor {
  const numbers = new Float32Array(tf.util.sizeFromShape([...shape]));
  for (let at = 0; at < numbers.length; at++) numbers[at] = ((at * 0.6180339887) % 1) - 0.5;
  return tf.tensor(numbers, [...shape]);
}

function largestError(full: Float32Array, half: Float32Array): number {
  let [scale, error] = [1e-30, 0];
  for (let at = 0; at < full.length; at++) {
    const value = full[at] ?? Number.NaN;
    scale = Math.max(scale, Math.abs(value));
    error = Math.max(error, Math.abs(value - (half[at] ?? Number.NaN)));
  }
  return error / scale;
}
