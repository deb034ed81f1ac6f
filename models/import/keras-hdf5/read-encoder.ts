/**
 * A VGG out of a Keras HDF5 file, old or new. Which network the weights were trained as is told by the layout:
 * Keras' applications have Caffe's weights, KerasHub's files torchvision's.
 */
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { checkArchitecture } from '../../architecture.ts';
import { tensorNames } from '../../encoder-pack.ts';
import { caffePreprocessing, torchvisionPreprocessing } from '../../preprocessing.ts';
import { checkAmount, type FoundWeights, type ReadOptions, upTo } from '../found.ts';
import { checkTopology } from '../keras-topology.ts';
import { shown } from '../shown.ts';
import { type Hdf5Dataset, type Hdf5File, withHdf5 } from './hdf5.ts';
import { findKeras } from './keras-names.ts';
import { findKeras3, isKeras3 } from './keras3-names.ts';

/** `bytes` are the whole of `file`. */
export const readHdf5Encoder = (
  bytes: Uint8Array,
  file: string,
  options: Pick<ReadOptions, 'deepest'>,
): Promise<Result<FoundWeights>> => withHdf5(bytes, file, opened => readOpened(opened, file, options));

function readOpened(
  opened: Hdf5File,
  file: string,
  { deepest }: Pick<ReadOptions, 'deepest'>,
): Result<FoundWeights> {
  const keras3 = isKeras3(opened.datasets);
  const found = keras3 ? findKeras3(opened, file) : findKeras(opened.datasets, file);
  if (!found.ok) return found;
  if (found.value.size === 0) return failure(message('hdf5.no-convolutions', { file }));
  const stated = checkConfiguration(opened, file);
  if (!stated.ok) return stated;
  const shapes = new Map([...found.value].map(([name, { shape }]) => [name, shape]));
  const all = checkArchitecture(shapes, file);
  if (!all.ok) return all;
  const layers = upTo(all.value, deepest);
  const tooMuch = checkAmount(layers, shapes, file);
  if (tooMuch) return failure(tooMuch);
  const tensors = readTensors(opened, found.value, tensorNames(layers), file);
  if (!tensors.ok) return tensors;
  return success({
    layout: keras3 ? 'hdf5-keras3' : 'hdf5-keras',
    layers,
    tensors: tensors.value,
    preprocessing: keras3 && !isApplication(opened) ? torchvisionPreprocessing : caffePreprocessing,
  });
}

/** Whole models carry their configuration, which says what shapes cannot: strides and padding. */
function checkConfiguration(opened: Hdf5File, file: string): Result<undefined> {
  const text = opened.text('', 'model_config');
  if (text === undefined) return success(undefined);
  try {
    const configuration: unknown = JSON.parse(text);
    return checkTopology(configuration, file);
  } catch {
    return failure(message('hdf5.unreadable', { file }));
  }
}

/** Keras 3 notes a model's name, where its version does; its applications are called like this. */
const isApplication = (opened: Hdf5File): boolean => /^vgg(?:16|19)/.test(opened.text('vars', 'name') ?? '');

function readTensors(
  opened: Hdf5File,
  found: ReadonlyMap<string, Hdf5Dataset>,
  names: readonly string[],
  file: string,
): Result<ReadonlyMap<string, HostTensor>> {
  const tensors = new Map<string, HostTensor>();
  for (const name of names) {
    const dataset = found.get(name);
    if (!dataset) continue;
    const { path, shape, type } = dataset;
    if (type !== 'float32') return failure(message('hdf5.dtype', { file, tensor: shown(path), dtype: type }));
    tensors.set(name, { shape, data: opened.numbers(dataset) });
  }
  return success(tensors);
}
