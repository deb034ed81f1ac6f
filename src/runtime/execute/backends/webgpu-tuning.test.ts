import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeEachBackend } from '../../testing/backends.ts';
import type { Gpu } from './webgpu-backend.ts';
import type { ConvolutionShape } from './webgpu-convolution-program.ts';
import {
  defaultTiling,
  softwareTiling,
  type Tile,
  type Tiling,
  tileFor,
  tiles,
  tilingOf,
} from './webgpu-tiles.ts';
import { openTiling, type TilesChosen, tune } from './webgpu-tuning.ts';

const small: ConvolutionShape = { input: [1, 6, 5, 32], outputChannels: 32, padding: 1 };
const layers = { few: small, some: small, many: small };
const swift = softwareTiling.few;

const ofTile = (tile: Tile): Tiling => ({
  few: tile,
  some: tile,
  many: tile,
  halfWeights: false,
  winograd: [],
});

function memory(kept: Record<string, TilesChosen> = {}) {
  return {
    kept,
    lasts: true,
    recall: async (adapter: string) => kept[adapter],
    remember: async (adapter: string, chosen: TilesChosen) => void Object.assign(kept, { [adapter]: chosen }),
  };
}

describeEachBackend('the choice of tiles', () => {
  const gpu = () => tf.backend() as Gpu;

  test('R5 leaves out what does not compile or is too large, keeps the device, and leaves no tensor', async () => {
    const broken: Tile = { ...swift, name: 'broken', depth: 3 as 4 };
    const vast: Tile = { ...swift, name: 'vast', across: 64, down: 64 };
    const before = tf.memory().numTensors;
    const bytes = gpu().bufferManager.numBytesUsed;
    const tiling = await tune(gpu(), {
      halfPrecision: true,
      winograd: true,
      among: [broken, vast, swift],
      layers,
      budget: 60_000,
    });
    expect(tiling).toMatchObject({ few: swift, some: swift, many: swift });
    expect(tf.memory().numTensors).toBe(before);
    gpu().flush();
    expect(gpu().bufferManager.numBytesUsed - bytes).toBeLessThan(4096);
    const still = tf.add(1, 2);
    expect(await still.data()).toEqual(Float32Array.of(3));
    still.dispose();
  });

  test('measures nothing more once its time is up', async () => {
    const tiling = await tune(gpu(), {
      halfPrecision: true,
      winograd: true,
      among: [swift],
      layers,
      budget: 0,
    });
    expect(tiling).toEqual(defaultTiling);
  });

  test('is made once for each card, and again where a tile of that name is no more', async () => {
    const adapter = { vendor: 'maker', architecture: 'new' };
    const { kept, ...remembers } = memory();
    const measured: Tiling[] = [];
    const [tile] = tiles;
    if (!tile) throw new Error('There are no tiles.');
    const measure = async () => {
      measured.push(ofTile(tile));
      return ofTile(tile);
    };
    const given = { adapter, isSoftware: false, kept: remembers, halfPrecision: false, measure };
    await openTiling(gpu(), given);
    await openTiling(gpu(), given);
    expect(measured).toHaveLength(1);
    expect(tilingOf(gpu())).toEqual(ofTile(tile));
    expect(Object.values(kept)).toEqual([
      { few: tile.name, some: tile.name, many: tile.name, halfWeights: false, winograd: [] },
    ]);
    for (const key of Object.keys(kept)) kept[key] = { ...kept[key], few: 'of old' } as TilesChosen;
    await openTiling(gpu(), given);
    await openTiling(gpu(), { ...given, adapter: { vendor: 'another' } });
    expect(measured).toHaveLength(3);
  });

  test('R9 takes no other way of rounding where it cannot be remembered for good', async () => {
    const asked: unknown[] = [];
    const tiling: Tiling = { ...ofTile(swift), halfWeights: true, winograd: ['many'] };
    const measure: typeof tune = async (_, options) => {
      asked.push(options);
      return tiling;
    };
    const given = { adapter: {}, isSoftware: false, halfPrecision: true, measure };
    await openTiling(gpu(), { ...given, kept: memory() });
    expect(tilingOf(gpu())).toEqual(tiling);
    await openTiling(gpu(), { ...given, kept: { ...memory(), remember: async () => {} } });
    expect(tilingOf(gpu())).toEqual(ofTile(swift));
    await openTiling(gpu(), { ...given, kept: { ...memory(), lasts: false } });
    const all = { halfPrecision: true, winograd: true };
    expect(asked).toEqual([all, all, { halfPrecision: false, winograd: false }]);
  });

  test('is not measured on a GPU in software, nor where it cannot be remembered', async () => {
    const measure = async () => {
      throw new Error('It was measured.');
    };
    const given = { adapter: {}, halfPrecision: false, measure };
    await openTiling(gpu(), { ...given, isSoftware: true, kept: memory() });
    expect(tilingOf(gpu())).toBe(softwareTiling);
    await openTiling(gpu(), { ...given, isSoftware: false, kept: undefined });
    expect(tilingOf(gpu())).toBe(softwareTiling);
  });

  test('takes a narrow tile where no more than a picture comes out, and else one for the amount of work', () => {
    const [large, , small] = tiles;
    if (!large || !small) throw new Error('There are no tiles.');
    const tiling = { ...ofTile(small), many: large };
    expect(tileFor(tiling, 256 * 256, 3).across).toBe(1);
    expect(tileFor(tiling, 256 * 256, 64)).toBe(large);
    expect(tileFor(tiling, 16 * 16, 512)).toBe(small);
  });
}, ['webgpu']);
