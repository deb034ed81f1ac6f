/**
 * How a product is cut up for a GPU: a workgroup makes a tile of pixels × output channels out of what it takes into
 * shared memory bit by bit, and each of its threads some of them, whose sums it keeps in registers. Which cut is
 * swiftest hangs on the card and on how much there is to share out, so there are a few, and a choice among them for
 * each amount of work. All add up in the same order: which one is taken shows in the time alone (rule R9).
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

export interface Tile {
  readonly name: string;
  /** Threads of a workgroup: along the output channels, and along the pixels. */
  readonly across: number;
  readonly down: number;
  /** What a thread makes: so many pixels × so many vectors of four output channels. */
  readonly pixels: number;
  readonly vectors: number;
  /** Vectors of four channels that are in shared memory at a time: 2 or 4. */
  readonly depth: 2 | 4;
}

/** Pixels that a workgroup makes. */
export const rowsOf = ({ down, pixels }: Tile): number => down * pixels;
/** Output channels that a workgroup makes. */
export const columnsOf = ({ across, vectors }: Tile): number => 4 * across * vectors;
export const threadsOf = ({ across, down }: Tile): number => across * down;

/** A column more than there are pixels: so do threads that write different channels not meet in one bank. */
export const strideOf = (tile: Tile): number => rowsOf(tile) + 1;

/** Bytes of a workgroup's shared memory. */
export const sharedBytes = (tile: Tile): number =>
  16 * tile.depth * (strideOf(tile) + 4 * tile.across * tile.vectors);

/** From the largest to the smallest. */
export const tiles: readonly Tile[] = [
  { name: '128×128', across: 16, down: 16, pixels: 8, vectors: 2, depth: 2 },
  { name: '128×64', across: 8, down: 16, pixels: 8, vectors: 2, depth: 2 },
  { name: '64×64, 64 threads', across: 8, down: 8, pixels: 8, vectors: 2, depth: 2 },
  { name: '64×64', across: 16, down: 8, pixels: 8, vectors: 1, depth: 4 },
  { name: '64×64, 256 threads', across: 16, down: 16, pixels: 4, vectors: 1, depth: 4 },
  { name: '32×32', across: 8, down: 8, pixels: 4, vectors: 1, depth: 4 },
  { name: '16×32', across: 8, down: 8, pixels: 2, vectors: 1, depth: 4 },
];

/** For a picture's three channels, where most of another tile would lie idle. */
export const narrow: Tile = { name: '128×4', across: 1, down: 64, pixels: 2, vectors: 1, depth: 2 };

/** How much there is to share out: how many workgroups of 64×64 it would keep busy. */
export const amounts = ['few', 'some', 'many'] as const;
export type Amount = (typeof amounts)[number];

export const amountOf = (pixels: number, channels: number): Amount => {
  const workgroups = (pixels * channels) / 64 ** 2;
  return workgroups < 64 ? 'few' : workgroups < 512 ? 'some' : 'many';
};

export type Tiling = Readonly<Record<Amount, Tile>> & {
  /** Weights in shared memory are in half precision; sums never are. */
  readonly halfWeights: boolean;
  /** Where Winograd's way is taken, whose products are then what is cut up. */
  readonly winograd: readonly Amount[];
};

const named = (name: string): Tile => tiles.find(tile => tile.name === name) ?? narrow;

/** For what is little. */
export const smallest: Tile = named('16×32');

/** For a card of which nothing is known: what no card is bad at. */
export const defaultTiling: Tiling = {
  few: named('32×32'),
  some: named('64×64'),
  many: named('64×64'),
  halfWeights: false,
  winograd: [],
};

/** For a GPU in software, to which a long program costs more to compile than it saves. */
export const softwareTiling: Tiling = {
  few: smallest,
  some: smallest,
  many: smallest,
  halfWeights: false,
  winograd: [],
};

type Limits = Pick<
  GPUSupportedLimits,
  'maxComputeInvocationsPerWorkgroup' | 'maxComputeWorkgroupSizeX' | 'maxComputeWorkgroupStorageSize'
>;

/** Whether a card has as many threads and as much shared memory as a tile takes. */
export const allows = (limits: Limits, tile: Tile): boolean =>
  threadsOf(tile) <= limits.maxComputeInvocationsPerWorkgroup &&
  Math.max(tile.across, tile.down) <= limits.maxComputeWorkgroupSizeX &&
  sharedBytes(tile) <= limits.maxComputeWorkgroupStorageSize;

const chosen = new WeakMap<WebGPUBackend, Tiling>();

export const chooseTiling = (backend: WebGPUBackend, tiling: Tiling): void =>
  void chosen.set(backend, tiling);
export const tilingOf = (backend: WebGPUBackend): Tiling => chosen.get(backend) ?? defaultTiling;

/** The tile for a product that makes so many channels of so many pixels. */
export const tileFor = (tiling: Tiling, pixels: number, channels: number): Tile =>
  channels <= 4 ? narrow : tiling[amountOf(pixels, channels)];
