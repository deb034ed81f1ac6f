/** A VGG-shaped layers model of a few hundred weights, in memory, for tests to read and to break. */
import { failure, success } from '../../src/language/result.ts';
import { type FolderReader, fileMissing } from '../import/folder.ts';

export interface TinyEntry {
  name: string;
  shape: number[];
  dtype: string;
  quantization?: { dtype: string; scale?: number; min?: number };
}

export interface TinyManifest {
  format?: string;
  modelTopology?: unknown;
  weightsManifest: { paths: string[]; weights: TinyEntry[] }[];
}

export type TinyFolder = Map<string, Uint8Array<ArrayBuffer>>;

/** conv1_1 (4 channels), conv1_2 (4), conv2_1 (6), conv3_1 (8): number `i` of each tensor is i/8 − 2. */
export const tinyLayers = [
  ['block1_conv1', 3, 4],
  ['block1_conv2', 4, 4],
  ['block2_conv1', 4, 6],
  ['block3_conv1', 6, 8],
] as const;

export const tinyValue = (index: number): number => (index % 64) / 8 - 2;

export const bytesOf = (numbers: ArrayLike<number>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Float32Array.from(numbers).buffer);

const counted = (length: number): number[] => Array.from({ length }, (_, index) => tinyValue(index));

export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value));

/** The manifest's entries and the bytes of all tensors in their order. */
export function tinyTensors(): { entries: TinyEntry[]; bytes: Uint8Array<ArrayBuffer> } {
  const entries = tinyLayers.flatMap(([layer, inputs, channels]): TinyEntry[] => [
    { name: `${layer}/kernel`, shape: [3, 3, inputs, channels], dtype: 'float32' },
    { name: `${layer}/bias`, shape: [channels], dtype: 'float32' },
  ]);
  const sizes = entries.map(({ shape }) => shape.reduce((product, side) => product * side, 1));
  return { entries, bytes: bytesOf(sizes.flatMap(counted)) };
}

/** Cuts `bytes` into shards of `size`. */
export const cut = (bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );

/** A folder with all tensors in one group, in shards of `shardSize` bytes, and anything `more` after them. */
export function tinyModel(
  shardSize = 1000,
  more: { entries: TinyEntry[]; bytes: Uint8Array<ArrayBuffer> } = { entries: [], bytes: new Uint8Array() },
): { manifest: TinyManifest; folder: TinyFolder } {
  const { entries, bytes } = tinyTensors();
  const shards = cut(new Uint8Array([...bytes, ...more.bytes]), shardSize);
  const paths = shards.map((_, index) => `shard${index + 1}of${shards.length}.bin`);
  const manifest = {
    format: 'layers-model',
    weightsManifest: [{ paths, weights: [...entries, ...more.entries] }],
  };
  const folder: TinyFolder = new Map(shards.map((shard, index) => [paths[index] ?? '', shard]));
  folder.set('model.json', jsonBytes(manifest));
  return { manifest, folder };
}

/** The tiny model with its manifest changed. */
export const changed = (
  change: (manifest: TinyManifest, folder: TinyFolder) => void,
  shardSize?: number,
): TinyFolder => {
  const { manifest, folder } = tinyModel(shardSize);
  change(manifest, folder);
  return folder.set('model.json', jsonBytes(manifest));
};

export const group = (manifest: TinyManifest) => manifest.weightsManifest[0] ?? { paths: [], weights: [] };
export const entry = (manifest: TinyManifest, index: number) =>
  group(manifest).weights[index] ?? { name: '', shape: [], dtype: '' };

/** Reads `folder`, and notes in `asked` what was read. It knows no limit: importers must not rely on one. */
export const memoryFolder =
  (folder: TinyFolder, asked: string[] = []): FolderReader =>
  async path => {
    asked.push(path);
    const file = folder.get(path);
    return file ? success(file) : failure(fileMissing(path));
  };
