/**
 * Which tiles are swiftest on a card, found out once: each runs for a moment on a layer for each amount of work, and
 * what was chosen is remembered by the card and the browser. It takes well under a second, before anything is painted.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Gpu } from './webgpu-backend.ts';
import { type ConvolutionShape, convolutionProgram, runConvolution } from './webgpu-convolution-program.ts';
import {
  type Amount,
  allows,
  amounts,
  chooseTiling,
  defaultTiling,
  softwareTiling,
  type Tile,
  type Tiling,
  tiles,
} from './webgpu-tiles.ts';

/** Names of the tiles that were swiftest, as they are remembered. */
export type TilesChosen = Readonly<Record<Amount, string>> & { readonly halfWeights: boolean };

/** Where it is kept which tiles are swiftest, by the adapter, the browser and the state of our programs. */
export interface TilesKept {
  readonly recall: (adapter: string) => Promise<TilesChosen | undefined>;
  readonly remember: (adapter: string, chosen: TilesChosen) => Promise<void>;
}

export interface TuningOptions {
  /** Whether weights may be kept in half precision where that is swifter. */
  readonly halfPrecision: boolean;
  readonly among?: readonly Tile[];
  readonly layers?: Readonly<Record<Amount, ConvolutionShape>>;
  /** Milliseconds after which what was not tried yet is left out. */
  readonly budget?: number;
}

/** A layer of VGG-19 for each amount, though with half its channels where that makes more. */
const layersOfVgg: Readonly<Record<Amount, ConvolutionShape>> = {
  few: { input: [1, 16, 16, 256], outputChannels: 512, padding: 1 },
  some: { input: [1, 32, 32, 128], outputChannels: 256, padding: 1 },
  many: { input: [1, 128, 128, 64], outputChannels: 128, padding: 1 },
};

/** Milliseconds of work that are timed at once: a clock may tick once in a tenth of one. */
const worthTiming = 6;

/** Half precision has to save at least a twentieth, and to err by no more than this part of what comes out. */
const worthHalf = 0.95;
const halfTolerance = 1e-3;

export interface TilingOptions {
  readonly adapter: Adapter;
  readonly isSoftware: boolean;
  /** Without it nothing is measured. */
  readonly kept: TilesKept | undefined;
  readonly halfPrecision: boolean;
  readonly measure?: typeof tune;
}

type Adapter = Partial<Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'>>;

/** To be counted up when the programs change so much that what was measured of them tells no more. */
const programs = 1;

/** Has the convolutions of `gpu` cut as is best there: as was found out before, or is now. */
export async function openTiling(
  gpu: Gpu,
  { adapter, isSoftware, kept, halfPrecision, measure = tune }: TilingOptions,
): Promise<void> {
  if (isSoftware) return chooseTiling(gpu, softwareTiling);
  if (!kept) return;
  const { vendor, architecture, device, description } = adapter;
  const { userAgent = '' } = (globalThis as { navigator?: { userAgent?: string } }).navigator ?? {};
  const key = [vendor, architecture, device, description, userAgent, halfPrecision, programs].join(' | ');
  const remembered = tilingNamed(await kept.recall(key));
  const isPossible = remembered && amounts.every(amount => allows(gpu.device.limits, remembered[amount]));
  if (isPossible) return chooseTiling(gpu, remembered);
  // A card that fails at this may still paint.
  const tiling = await measure(gpu, { halfPrecision }).catch(() => undefined);
  if (!tiling) return;
  chooseTiling(gpu, tiling);
  const { few, some, many, halfWeights } = tiling;
  await kept.remember(key, { few: few.name, some: some.name, many: many.name, halfWeights });
}

/** Undefined where it names a tile that is no more. */
function tilingNamed(chosen: TilesChosen | undefined): Tiling | undefined {
  const [few, some, many] = amounts.map(amount => tiles.find(({ name }) => name === chosen?.[amount]));
  return few && some && many ? { few, some, many, halfWeights: chosen?.halfWeights === true } : undefined;
}

/** Tries the tiles that the card allows, and says which are swiftest. Leaves no tensor. */
export async function tune(
  gpu: Gpu,
  { halfPrecision, among = tiles, layers = layersOfVgg, budget = 600 }: TuningOptions,
): Promise<Tiling> {
  const until = performance.now() + budget;
  const possible = among.filter(tile => allows(gpu.device.limits, tile));
  const trials = amounts.map(amount => new Trial(gpu, layers[amount], amount));
  try {
    await compile(gpu, trials, possible, halfPrecision);
    for (const trial of trials) {
      for (const tile of fromDefault(possible, trial.amount)) {
        if (performance.now() > until) break;
        await trial.time(tile);
      }
    }
    const [few, some, many] = trials.map(({ best, amount }) => best?.tile ?? defaultTiling[amount]);
    if (!few || !some || !many) return defaultTiling;
    const halfWeights = halfPrecision && performance.now() < until && (await isHalfWorth(trials));
    return { few, some, many, halfWeights };
  } finally {
    for (const trial of trials) trial.dispose();
  }
}

/** The default first: what the budget leaves out cannot be it. */
const fromDefault = (possible: readonly Tile[], amount: Amount): readonly Tile[] =>
  [...possible].sort((a, b) => Number(b === defaultTiling[amount]) - Number(a === defaultTiling[amount]));

/** All at once, beside one another. One that does not compile is an error that is expected, no lost device. */
async function compile(
  gpu: Gpu,
  trials: readonly Trial[],
  possible: readonly Tile[],
  halfPrecision: boolean,
): Promise<void> {
  gpu.device.pushErrorScope('validation');
  gpu.rehearse(() => {
    for (const trial of trials) {
      for (const tile of possible) {
        trial.run(tile, false);
        if (halfPrecision) trial.run(tile, true);
      }
    }
  });
  await Promise.all([gpu.device.popErrorScope(), gpu.compiled()]);
}

/** One layer, on which tiles are timed. */
class Trial {
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
  compute(tile: Tile, half: boolean): tf.TensorInfo {
    const kind = { hasBias: true, hasMask: false, relu: true };
    const program = convolutionProgram(this.#layer, kind, tile, half);
    return runConvolution(this.#gpu, program, this.#layer, this.#inputs);
  }

  run(tile: Tile, half: boolean): void {
    this.#gpu.disposeData(this.compute(tile, half).dataId);
  }

  /** Milliseconds for one; undefined where this device does not run it. */
  async time(tile: Tile, half = false): Promise<number | undefined> {
    const { device } = this.#gpu;
    device.pushErrorScope('validation');
    await this.#finished(tile, half, 1);
    if (await device.popErrorScope()) return undefined;
    const once = await this.#finished(tile, half, 1);
    // What takes twice as long as another need not be timed more exactly.
    const isClose = once < 2 * (this.best?.time ?? Number.POSITIVE_INFINITY);
    const times = Math.min(24, Math.ceil(worthTiming / Math.max(once, 1e-3)));
    const time = isClose && times > 1 ? await this.#finished(tile, half, times) : once;
    if (!half && time < (this.best?.time ?? Number.POSITIVE_INFINITY)) this.best = { tile, time };
    return time;
  }

  /** Milliseconds for each of `times` of them. */
  async #finished(tile: Tile, half: boolean, times: number): Promise<number> {
    const started = performance.now();
    for (let time = 0; time < times; time++) this.run(tile, half);
    this.#gpu.flush();
    await this.#gpu.queue.onSubmittedWorkDone();
    return (performance.now() - started) / times;
  }

  /** The largest error of half precision, as a part of the largest number that comes out. */
  async halfError(tile: Tile): Promise<number> {
    const results = [this.compute(tile, false), this.compute(tile, true)];
    const [full, half] = await Promise.all(results.map(({ dataId }) => this.#gpu.read(dataId)));
    for (const { dataId } of results) this.#gpu.disposeData(dataId);
    return largestError(full as Float32Array, half as Float32Array);
  }

  dispose(): void {
    tf.dispose([...this.#inputs]);
  }
}

/** Of the tiles that were swiftest in full precision. */
async function isHalfWorth(trials: readonly Trial[]): Promise<boolean> {
  let [full, half, error] = [0, 0, 0];
  for (const trial of trials) {
    if (!trial.best) return false;
    full += trial.best.time;
    half += (await trial.time(trial.best.tile, true)) ?? Number.POSITIVE_INFINITY;
    error = Math.max(error, await trial.halfError(trial.best.tile));
  }
  return half < worthHalf * full && error <= halfTolerance;
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
