/**
 * Any VGG-shaped TensorFlow.js layers model (`model.json` and its shards, float32 or quantised, Keras' names
 * of layers) as an encoder. Dense layers above the convolutions are left where they are. Either the whole
 * encoder comes back, checked, or the sentence that says which file and layer is wrong.
 */
import type { EncoderLayer } from '../../src/graph/wire.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { checkArchitecture, layerOfKeras } from '../architecture.ts';
import { type EncoderPack, packOf, tensorNames } from '../encoder-pack.ts';
import type { Preprocessing } from '../preprocessing.ts';
import { allFinite, decode } from './decode.ts';
import { type FolderReader, isMissing, readFile } from './folder.ts';
import { checkAmount, type FoundWeights, type ReadOptions, upTo } from './found.ts';
import { checkTopology } from './keras-topology.ts';
import { modelFile, readManifest, type ShardGroup, type StoredTensor } from './tfjs-manifest.ts';
import { readTensors } from './tfjs-shards.ts';

/** Keras writes about a kilobyte for each layer. */
const largestModelFile = 16 * 2 ** 20;

export interface TfjsLayersModelOptions {
  readonly preprocessing: Preprocessing;
  /** Gives the encoder its title, from the layers that were found. */
  readonly title: (layers: readonly EncoderLayer[]) => string;
}

export async function readTfjsLayersModel(
  read: FolderReader,
  { preprocessing, title }: TfjsLayersModelOptions,
): Promise<Result<EncoderPack>> {
  const found = await readTfjsWeights(read);
  if (!found.ok) return found;
  const { layers, tensors } = found.value;
  return success(await packOf({ title: title(layers), layers, tensors, preprocessing }));
}

/** The weights alone. `file` is what sentences call the `model.json`. */
export async function readTfjsWeights(
  read: FolderReader,
  { deepest = deepestOfVgg, expect }: Partial<ReadOptions> = {},
  file = modelFile,
): Promise<Result<FoundWeights>> {
  const bytes = await readFile(read, modelFile, largestModelFile);
  if (!bytes.ok) {
    if (isMissing(bytes.reason)) return bytes;
    return failure(message('encoder.file-not-read', { file, why: bytes.reason }));
  }
  const model = readManifest(bytes.value, file);
  if (!model.ok) return model;
  const stated = checkTopology(model.value.topology, file);
  if (!stated.ok) return stated;
  const stored = findConvolutions(model.value.groups, file);
  if (!stored.ok) return stored;
  const shapes = new Map([...stored.value].map(([name, { shape }]) => [name, shape]));
  const all = checkArchitecture(shapes, file);
  if (!all.ok) return all;
  const layers = upTo(all.value, deepest);
  const tooMuch = checkAmount(layers, shapes, file);
  if (tooMuch) return failure(tooMuch);
  const wanted = chosen(stored.value, tensorNames(layers));
  const storable = checkStorage(wanted, file);
  if (!storable.ok) return storable;
  expect?.(bytesToRead(model.value.groups, wanted));
  const tensors = await readAll(read, model.value.groups, wanted);
  return tensors.ok ? success({ layout: 'tfjs-layers', layers, tensors: tensors.value }) : tensors;
}

const deepestOfVgg = 'conv5_4';

type Stored = ReadonlyMap<string, StoredTensor>;

const chosen = (stored: Stored, names: readonly string[]): Stored =>
  new Map([...stored].filter(([name]) => names.includes(name)));

/** Shards are read from the front of their group to the last tensor that is wanted. */
const bytesToRead = (groups: readonly ShardGroup[], wanted: Stored): number =>
  groups.reduce((sum, { tensors }) => {
    const ends = [...wanted.values()].filter(tensor => tensors.includes(tensor)).map(t => t.offset + t.bytes);
    return sum + Math.max(0, ...ends);
  }, 0);

/** `scope/block3_conv1/kernel:0` → `conv3_1/kernel`. A scope and an output's number are older converters'. */
function tensorOfKeras(name: string): string | undefined {
  const [, layer = '', part] = /^(?:.*\/)?(block\d_conv\d)\/(kernel|bias)(?::0)?$/.exec(name) ?? [];
  const known = layerOfKeras(layer);
  return known && part ? `${known}/${part}` : undefined;
}

const layerOf = (tensor: string): string => tensor.replace(/\/[^/]*$/, '');

/** The tensors that are VGG's, by our names. One that is neither VGG's nor a dense layer's makes another network. */
function findConvolutions(groups: readonly ShardGroup[], file: string): Result<Stored> {
  const all = groups.flatMap(group => group.tensors).filter(tensor => !tensor.ofOptimiser);
  const dense = new Set(
    all
      .filter(({ name, shape }) => /\/kernel(:0)?$/.test(name) && shape.length === 2)
      .map(({ name }) => layerOf(name)),
  );
  const found = new Map<string, StoredTensor>();
  for (const tensor of all) {
    const name = tensorOfKeras(tensor.name);
    if (name && found.has(name)) return failure(message('encoder.twice', { file, tensor: tensor.name }));
    if (name) found.set(name, tensor);
    else if (!dense.has(layerOf(tensor.name))) {
      return failure(message('encoder.foreign-layer', { file, tensor: tensor.name }));
    }
  }
  return success(found);
}

/** Refuses, before anything is read, weights that are no floats. */
function checkStorage(wanted: Stored, file: string): Result<undefined> {
  for (const { name, encoding } of wanted.values()) {
    if (encoding.type === 'other') {
      return failure(message('encoder.dtype', { file, tensor: name, dtype: encoding.dtype }));
    }
  }
  return success(undefined);
}

async function readAll(
  read: FolderReader,
  groups: readonly ShardGroup[],
  stored: Stored,
): Promise<Result<ReadonlyMap<string, HostTensor>>> {
  const names = new Map([...stored].map(([name, tensor]) => [tensor, name]));
  const tensors = new Map<string, HostTensor>();
  for (const group of groups) {
    const wanted = group.tensors.filter(tensor => names.has(tensor));
    if (wanted.length === 0) continue;
    const found = await readTensors(read, group, wanted);
    if (!found.ok) return found;
    for (const [tensor, { bytes, files }] of found.value) {
      const data = decode(bytes, tensor.encoding);
      if (!data || !allFinite(data)) {
        return failure(message('encoder.not-finite', { file: files, tensor: tensor.name }));
      }
      tensors.set(names.get(tensor) ?? tensor.name, { shape: tensor.shape, data });
    }
  }
  return success(tensors);
}
