/** The one form in which weights are kept, whatever they were read from: safetensors, float32, red first. */
import { type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { checkArchitecture } from '../architecture.ts';
import { type EncoderPack, packOf, tensorNames } from '../encoder-pack.ts';
import { writeSafetensors } from '../import/safetensors/write.ts';
import type { EncoderRecord } from './record.ts';

/** `pack` as the chunks of a safetensors file. */
export function storedForm({ facts, tensor }: EncoderPack): Result<readonly Uint8Array[]> {
  const tensors = new Map<string, HostTensor>();
  for (const name of tensorNames(facts.layers)) {
    const found = tensor(name);
    if (!found.ok) return found;
    tensors.set(name, found.value);
  }
  return success(writeSafetensors(tensors, { preprocessing: facts.preprocessing.title }));
}

export function packFromStored(file: Uint8Array<ArrayBuffer>, record: EncoderRecord): Result<EncoderPack> {
  const tensors = read(file);
  const shapes = new Map([...tensors].map(([name, { shape }]) => [name, shape]));
  const checked = checkArchitecture(shapes, record.weights.file);
  if (!checked.ok) return checked;
  // As the record has them: where it doesn't belong to these weights, the hash will tell.
  const { title, layers, preprocessing } = record;
  return success(packOf({ title, layers, tensors, preprocessing: { order: 'rgb', applied: preprocessing } }));
}

// TODO: the importers' reader.
function read(file: Uint8Array<ArrayBuffer>): Map<string, HostTensor> {
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const tensors = new Map<string, HostTensor>();
  for (const [name, entry] of Object.entries<{ shape: number[]; data_offsets: [number, number] }>(header)) {
    if (name === '__metadata__') continue;
    const [from, to] = entry.data_offsets;
    tensors.set(name, {
      shape: entry.shape,
      data: new Float32Array(file.buffer, 8 + length + from, (to - from) / 4),
    });
  }
  return tensors;
}
