/**
 * A VGG out of a safetensors file, whatever else lies in it: the header, then the bytes of the convolutions
 * that are wanted and no others. Names, shapes and types are checked before any of them is read.
 */
import { type Message, message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { checkArchitecture } from '../../architecture.ts';
import { tensorNames } from '../../encoder-pack.ts';
import { torchvisionPreprocessing } from '../../preprocessing.ts';
import { type ByteSource, isCutShort } from '../byte-source.ts';
import { readExtents } from '../extents.ts';
import { checkAmount, type FoundWeights, type ReadOptions, upTo } from '../found.ts';
import { decode, isWeight } from './decode.ts';
import { type Header, readHeader, type StoredTensor } from './header.ts';
import { findOwnNames, hasOwnNames, statedInMetadata } from './own-names.ts';
import { findTorchvision, isTorchvision } from './torchvision-vgg.ts';
import type { Wanted } from './wanted.ts';

/** `head` are the first eight bytes of `source`. */
export async function readSafetensorsEncoder(
  source: ByteSource,
  head: Uint8Array,
  options: ReadOptions,
): Promise<Result<FoundWeights>> {
  const file = source.name;
  const header = await readHeader(source, head);
  if (!header.ok) return header;
  const found = find(header.value, file);
  if (!found.ok) return found;
  const { layout, wanted, preprocessing } = found.value;
  const shapes = new Map([...wanted].map(([name, { shape }]) => [name, shape]));
  const all = checkArchitecture(shapes, file);
  if (!all.ok) return all;
  const layers = upTo(all.value, options.deepest);
  const tooMuch = checkAmount(layers, shapes, file);
  if (tooMuch) return failure(tooMuch);
  const tensors = await readTensors(source, wanted, tensorNames(layers), options);
  return tensors.ok ? success({ layout, layers, tensors: tensors.value, preprocessing }) : tensors;
}

type Found = Pick<FoundWeights, 'layout' | 'preprocessing'> & { wanted: ReadonlyMap<string, Wanted> };

function find(header: Header, file: string): Result<Found> {
  const { tensors } = header;
  if (hasOwnNames(tensors)) {
    const wanted = findOwnNames(tensors, file);
    if (!wanted.ok) return wanted;
    const preprocessing = statedInMetadata(header, file);
    if (!preprocessing.ok) return preprocessing;
    return success({
      layout: 'safetensors-gramarye',
      wanted: wanted.value,
      preprocessing: preprocessing.value,
    });
  }
  if (!isTorchvision(tensors)) return failure(message('import.no-convolutions', { file }));
  const wanted = findTorchvision(tensors, file);
  if (!wanted.ok) return wanted;
  return success({
    layout: 'safetensors-torchvision',
    wanted: wanted.value,
    preprocessing: torchvisionPreprocessing,
  });
}

async function readTensors(
  source: ByteSource,
  wanted: ReadonlyMap<string, Wanted>,
  names: readonly string[],
  { expect, onBytes }: ReadOptions,
): Promise<Result<ReadonlyMap<string, HostTensor>>> {
  const file = source.name;
  const chosen = names.flatMap(name => {
    const tensor = wanted.get(name);
    return tensor ? [{ name, ...tensor }] : [];
  });
  for (const { stored } of chosen) {
    const { name, dtype } = stored;
    if (!isWeight(dtype)) return failure(message('safetensors.dtype', { file, tensor: name, dtype }));
  }
  const extents = chosen.map(({ stored }) => stored);
  expect?.(extents.reduce((sum, { bytes }) => sum + bytes, 0));
  const read = await readExtents(source, extents, onBytes);
  if (!read.ok) return isCutShort(read.reason) ? failure(await cutAt(source, extents, read.reason)) : read;
  const tensors = new Map<string, HostTensor>();
  for (const { name, stored, shape, outputsFirst } of chosen) {
    const data = decode(read.value.get(stored) ?? new Uint8Array(), stored.dtype) ?? new Float32Array();
    tensors.set(name, { shape, data: outputsFirst ? outputsLast(data, shape) : data });
  }
  return success(tensors);
}

/** `why`, and the first of `tensors` that is not whole, where it can be told. */
async function cutAt(source: ByteSource, tensors: readonly StoredTensor[], why: Message): Promise<Message> {
  const size = await source.size();
  const end = size.ok ? size.value : undefined;
  const cut = tensors.find(({ start, bytes }) => end !== undefined && start + bytes > end);
  return cut ? message('import.tensor-cut', { tensor: cut.name, why }) : why;
}

/** [out, in, height, width] → [height, width, in, out], which is `shape`. */
function outputsLast(data: Float32Array, shape: readonly number[]): Float32Array {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const turned = new Float32Array(data.length);
  const area = height * width;
  for (let out = 0; out < outputs; out++) {
    for (let input = 0; input < inputs; input++) {
      const from = (out * inputs + input) * area;
      for (let position = 0; position < area; position++) {
        turned[(position * inputs + input) * outputs + out] = data[from + position] ?? 0;
      }
    }
  }
  return turned;
}
