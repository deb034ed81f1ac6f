/**
 * Which tiles are swiftest on a card, found out once: each runs for a moment on a layer for each amount of work, and
 * what was chosen is remembered by the card and the browser. It takes well under a second, before anything is painted.
 */
import type { Gpu } from './webgpu-backend.ts';
import type { ConvolutionShape } from './webgpu-convolution-program.ts';
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
import { Trial } from './webgpu-trial.ts';

/** Names of the tiles that were swiftest, as they are remembered. */
export type TilesChosen = Readonly<Record<Amount, string>> & Pick<Tiling, 'halfWeights' | 'winograd'>;

/** Where it is kept which tiles are swiftest, by the adapter, the browser and the state of our programs. */
export interface TilesKept {
  readonly recall: (adapter: string) => Promise<TilesChosen | undefined>;
  readonly remember: (adapter: string, chosen: TilesChosen) => Promise<void>;
  /** For good. What is measured once more may come out otherwise, and must then not change what is painted. */
  readonly lasts: boolean;
}

export interface TuningOptions {
  /** Whether weights may be kept in half precision where that is swifter. */
  readonly halfPrecision: boolean;
  /** Whether Winograd's way may be taken where that is swifter. */
  readonly winograd: boolean;
  readonly among?: readonly Tile[];
  readonly layers?: Readonly<Record<Amount, ConvolutionShape>>;
  /** Milliseconds, once all is compiled, after which tiles not tried yet are left out; other ways have half of it. */
  readonly budget?: number;
}

/** A layer of VGG-19 for each amount, though with half its channels where that makes more. */
const layersOfVgg: Readonly<Record<Amount, ConvolutionShape>> = {
  few: { input: [1, 16, 16, 256], outputChannels: 512, padding: 1 },
  some: { input: [1, 32, 32, 128], outputChannels: 256, padding: 1 },
  many: { input: [1, 128, 128, 64], outputChannels: 128, padding: 1 },
};

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
const programs = 2;

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
  const asked = { halfPrecision: halfPrecision && kept.lasts, winograd: kept.lasts };
  // A card that fails at this may still paint.
  const tiling = await measure(gpu, asked).catch(() => undefined);
  if (!tiling) return;
  const { few, some, many, halfWeights, winograd } = tiling;
  await kept.remember(key, { few: few.name, some: some.name, many: many.name, halfWeights, winograd });
  // A browser may keep nothing: then what rounds otherwise is not taken (rule R9).
  const isKept = (await kept.recall(key)) !== undefined;
  chooseTiling(gpu, isKept ? tiling : { ...tiling, halfWeights: false, winograd: [] });
}

/** Undefined where it names a tile that is no more. */
function tilingNamed(chosen: TilesChosen | undefined): Tiling | undefined {
  if (!chosen) return undefined;
  const [few, some, many] = amounts.map(amount => tiles.find(({ name }) => name === chosen[amount]));
  const { halfWeights, winograd } = chosen;
  return few && some && many ? { few, some, many, halfWeights, winograd } : undefined;
}

/** Tries the tiles that the card allows, and says which are swiftest. Leaves no tensor. */
export async function tune(
  gpu: Gpu,
  {
    halfPrecision,
    winograd: mayBeWinograd,
    among = tiles,
    layers = layersOfVgg,
    budget = 500,
  }: TuningOptions,
): Promise<Tiling> {
  const possible = among.filter(tile => allows(gpu.device.limits, tile));
  const trials = amounts.map(amount => new Trial(gpu, layers[amount], amount));
  try {
    await compile(gpu, trials, possible, { halfPrecision, winograd: mayBeWinograd });
    const isTime = within(budget);
    for (let at = 0; at < possible.length; at++) {
      for (const trial of trials) {
        const tile = fromDefault(possible, trial.amount)[at];
        if (tile && isTime()) await trial.time(tile);
      }
    }
    const [few, some, many] = trials.map(({ best, amount }) => best?.tile ?? defaultTiling[amount]);
    if (!few || !some || !many) return defaultTiling;
    const isStillTime = within(budget / 2);
    const winograd: Amount[] = [];
    for (const trial of trials) {
      if (mayBeWinograd && isStillTime() && (await trial.isWinogradWorth())) winograd.push(trial.amount);
    }
    const halfWeights = halfPrecision && isStillTime() && (await isHalfWorth(trials));
    return { few, some, many, halfWeights, winograd };
  } finally {
    for (const trial of trials) trial.dispose();
  }
}

/** Whether so many milliseconds are not over yet. */
function within(milliseconds: number): () => boolean {
  const until = performance.now() + milliseconds;
  return () => performance.now() < until;
}

/** The default first: what the budget leaves out cannot be it. */
const fromDefault = (possible: readonly Tile[], amount: Amount): readonly Tile[] =>
  [...possible].sort((a, b) => Number(b === defaultTiling[amount]) - Number(a === defaultTiling[amount]));

/** All at once, beside one another. One that does not compile is an error that is expected, no lost device. */
async function compile(
  gpu: Gpu,
  trials: readonly Trial[],
  possible: readonly Tile[],
  { halfPrecision, winograd }: Pick<TuningOptions, 'halfPrecision' | 'winograd'>,
): Promise<void> {
  gpu.device.pushErrorScope('validation');
  gpu.rehearse(() => {
    for (const trial of trials) {
      for (const tile of possible) {
        trial.run(tile, 'full');
        if (halfPrecision) trial.run(tile, 'half');
        if (winograd) trial.run(tile, 'winograd');
      }
    }
  });
  await Promise.all([gpu.device.popErrorScope(), gpu.compiled()]);
}

/** Of the tiles that were swiftest in full precision. */
async function isHalfWorth(trials: readonly Trial[]): Promise<boolean> {
  let [full, half, error] = [0, 0, 0];
  for (const trial of trials) {
    if (!trial.best) return false;
    full += trial.best.time;
    half += (await trial.time(trial.best.tile, 'half')) ?? Number.POSITIVE_INFINITY;
    error = Math.max(error, await trial.halfError(trial.best.tile));
  }
  return half < worthHalf * full && error <= halfTolerance;
}
