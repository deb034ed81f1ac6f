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
import { type EncoderPack, packOf } from '../encoder-pack.ts';
import type { Preprocessing } from '../preprocessing.ts';
import { allFinite, decode } from './decode.ts';
import { type FolderReader, isMissing, readFile } from './folder.ts';
import { checkTopology } from './keras-topology.ts';
import { modelFile, readManifest, type ShardGroup, type StoredTensor } from './tfjs-manifest.ts';
import { readTensors } from './tfjs-shards.ts';

/** Keras writes about a kilobyte for each layer. */
const largestModelFile = 16 * 2 ** 20;
/** VGG-19 has 20 million weights in all its convolutions; as float32, this many are 256 MB. */
const mostWeights = 2 ** 26;

export interface TfjsLayersModelOptions {
  readonly preprocessing: Preprocessing;
  /** Gives the encoder its title, from the layers that were found. */
  readonly title: (layers: readonly EncoderLayer[]) => string;
}

export async function readTfjsLayersModel(
  read: FolderReader,
  { preprocessing, title }: TfjsLayersModelOptions,
): Promise<Result<EncoderPack>> {
  const file = await readFile(read, modelFile, largestModelFile);
  if (!file.ok) {
    if (isMissing(file.reason)) return file;
    return failure(message('encoder.file-not-read', { file: modelFile, why: file.reason }));
  }
  const model = readManifest(file.value);
  if (!model.ok) return model;
  const stated = checkTopology(model.value.topology, modelFile);
  if (!stated.ok) return stated;
  const stored = findConvolutions(model.value.groups);
  if (!stored.ok) return stored;
  const shapes = new Map([...stored.value].map(([name, { shape }]) => [name, shape]));
  const layers = checkArchitecture(shapes, modelFile);
  if (!layers.ok) return layers;
  const storable = checkStorage(stored.value);
  if (!storable.ok) return storable;
  const tensors = await readAll(read, model.value.groups, stored.value);
  if (!tensors.ok) return tensors;
  return success(
    packOf({ title: title(layers.value), layers: layers.value, tensors: tensors.value, preprocessing }),
  );
}

/** `scope/block3_conv1/kernel:0` → `conv3_1/kernel`. A scope and an output's number are older converters'. */
function tensorOfKeras(name: string): string | undefined {
  const [, layer = '', part] = /^(?:.*\/)?(block\d_conv\d)\/(kernel|bias)(?::0)?$/.exec(name) ?? [];
  const known = layerOfKeras(layer);
  return known && part ? `${known}/${part}` : undefined;
}

const layerOf = (tensor: string): string => tensor.replace(/\/[^/]*$/, '');

/** The tensors that are VGG's, by our names. One that is neither VGG's nor a dense layer's makes another network. */
function findConvolutions(groups: readonly ShardGroup[]): Result<ReadonlyMap<string, StoredTensor>> {
  const all = groups.flatMap(group => group.tensors).filter(tensor => !tensor.ofOptimiser);
  const dense = new Set(
    all
      .filter(({ name, shape }) => /\/kernel(:0)?$/.test(name) && shape.length === 2)
      .map(({ name }) => layerOf(name)),
  );
  const found = new Map<string, StoredTensor>();
  for (const tensor of all) {
    const name = tensorOfKeras(tensor.name);
    if (name && found.has(name))
      return failure(message('encoder.twice', { file: modelFile, tensor: tensor.name }));
    if (name) found.set(name, tensor);
    else if (!dense.has(layerOf(tensor.name))) {
      return failure(message('encoder.foreign-layer', { file: modelFile, tensor: tensor.name }));
    }
  }
  return success(found);
}

/** Refuses, before anything is read, weights that are no floats or more than any VGG has. */
function checkStorage(stored: ReadonlyMap<string, StoredTensor>): Result<undefined> {
  let weights = 0;
  for (const { name, shape, encoding } of stored.values()) {
    if (encoding.type === 'other') {
      return failure(message('encoder.dtype', { file: modelFile, tensor: name, dtype: encoding.dtype }));
    }
    weights += shape.reduce((product, side) => product * side, 1);
    if (weights > mostWeights)
      return failure(message('encoder.too-many-weights', { file: modelFile, tensor: name }));
  }
  return success(undefined);
}

async function readAll(
  read: FolderReader,
  groups: readonly ShardGroup[],
  stored: ReadonlyMap<string, StoredTensor>,
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
