/**
 * The manifest of a TensorFlow.js layers model: which tensors there are, how they are stored, and in which
 * shard files. A group's shards are one run of bytes, cut anywhere; its tensors lie in it one after the
 * other (TensorFlow.js, `io.WeightsManifestConfig`).
 */
import { z } from 'zod';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { staysInside } from './folder.ts';
import { checkJson, parseJson } from './json.ts';
import { shown } from './shown.ts';

export const modelFile = 'model.json';

/** VGG-19 with its dense layers, which nobody needs here, is 575 MB. */
const largestGroup = 2 ** 30;

const entrySchema = z.object({
  name: z.string().min(1).max(256).transform(shown),
  shape: z.array(z.int().min(0).max(largestGroup)).max(8),
  dtype: z.string().max(32).transform(shown),
  group: z.string().max(32).optional(),
  quantization: z
    .object({
      dtype: z.string().max(32).transform(shown),
      scale: z.number().optional(),
      min: z.number().optional(),
    })
    .optional(),
});

const groupSchema = z.object({
  paths: z.array(z.string()).min(1).max(4096),
  weights: z.array(entrySchema).max(4096),
});

const modelSchema = z.object({
  format: z.string().optional(),
  modelTopology: z.unknown().optional(),
  weightsManifest: z.array(groupSchema).min(1).max(4096),
});

/** How a tensor's numbers are stored. A quantised number q means q·scale + min. */
export type Encoding =
  | { readonly type: 'float32' | 'float16' }
  | { readonly type: 'uint8' | 'uint16'; readonly scale: number; readonly min: number }
  /** Nothing that a weight of a convolution can be, but bytes to step over. */
  | { readonly type: 'other'; readonly dtype: string; readonly bytes: number };

export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly encoding: Encoding;
  /** Of the group's bytes. */
  readonly offset: number;
  readonly bytes: number;
  /** Of the optimiser that trained the model, not of the model. */
  readonly ofOptimiser: boolean;
}

export interface ShardGroup {
  readonly paths: readonly string[];
  readonly tensors: readonly StoredTensor[];
  readonly bytes: number;
}

export interface TfjsModel {
  readonly topology: unknown;
  readonly groups: readonly ShardGroup[];
}

/** Of a layers model, and of nothing else. `file` is what sentences call it. */
export function readManifest(bytes: Uint8Array, file = modelFile): Result<TfjsModel> {
  const model = readAnyManifest(bytes, file);
  if (!model.ok) return model;
  return model.value.format === 'graph-model' ? failure(message('encoder.graph-model', { file })) : model;
}

/** Of a layers model or a graph model, whichever its `format` says. */
export function readAnyManifest(
  bytes: Uint8Array,
  file = modelFile,
): Result<TfjsModel & { readonly format: string | undefined }> {
  const json = parseJson(bytes, file);
  if (!json.ok) return json;
  const model = checkJson(modelSchema, json.value, file);
  if (!model.ok) return model;
  const { format } = model.value;
  const groups: ShardGroup[] = [];
  for (const { paths, weights } of model.value.weightsManifest) {
    const outside = paths.find(path => !staysInside(path));
    if (outside !== undefined) {
      return failure(message('encoder.path-outside', { file, path: shown(outside) }));
    }
    const group = layOut(paths, weights, file);
    if (!group.ok) return group;
    groups.push(group.value);
  }
  return success({ topology: model.value.modelTopology, groups, format });
}

type Entry = z.infer<typeof entrySchema>;

/** Says where each tensor of a group lies. */
function layOut(paths: readonly string[], entries: readonly Entry[], file: string): Result<ShardGroup> {
  const tensors: StoredTensor[] = [];
  let offset = 0;
  for (const entry of entries) {
    const encoding = encodingOf(entry);
    const size = encoding && bytesEach(encoding);
    if (!encoding || !size) {
      const dtype = entry.quantization?.dtype ?? entry.dtype;
      return failure(message('encoder.dtype', { file, tensor: entry.name, dtype }));
    }
    const bytes = entry.shape.reduce((product, side) => product * side, size);
    if (offset + bytes > largestGroup) {
      return failure(message('encoder.group-too-large', { file, tensor: entry.name }));
    }
    const { name, shape, group } = entry;
    tensors.push({ name, shape, encoding, offset, bytes, ofOptimiser: group === 'optimizer' });
    offset += bytes;
  }
  return success({ paths, tensors, bytes: offset });
}

const bytesOfOthers: Readonly<Record<string, number>> = { bool: 1, int32: 4, complex64: 8 };

function encodingOf({ dtype, quantization }: Entry): Encoding | undefined {
  if (!quantization) {
    if (dtype === 'float32') return { type: 'float32' };
    const bytes = Object.hasOwn(bytesOfOthers, dtype) ? bytesOfOthers[dtype] : undefined;
    return bytes === undefined ? undefined : { type: 'other', dtype, bytes };
  }
  const { dtype: stored, scale, min } = quantization;
  if (stored === 'float16') return dtype === 'float32' ? { type: 'float16' } : undefined;
  if ((stored !== 'uint8' && stored !== 'uint16') || scale === undefined || min === undefined)
    return undefined;
  if (dtype === 'float32') return { type: stored, scale, min };
  return { type: 'other', dtype, bytes: stored === 'uint8' ? 1 : 2 };
}

function bytesEach(encoding: Encoding): number {
  switch (encoding.type) {
    case 'float32':
      return 4;
    case 'float16':
    case 'uint16':
      return 2;
    case 'uint8':
      return 1;
    case 'other':
      return encoding.bytes;
  }
}
