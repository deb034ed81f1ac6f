/** The one form in which weights are kept, whatever they were read from: safetensors, float32, red first. */
import { failure, type Result, success } from '../../src/language/result.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { type EncoderPack, packOf, tensorNames, tensorOf } from '../encoder-pack.ts';
import { cutShort } from '../import/byte-source.ts';
import { bytesSource } from '../import/bytes-source.ts';
import { headLength, readHeader } from '../import/safetensors/header.ts';
import { preprocessingMetadata } from '../import/safetensors/own-names.ts';
import { readSafetensorsEncoder } from '../import/safetensors/read-encoder.ts';
import { writeSafetensors } from '../import/safetensors/write.ts';
import type { OpenFile } from './file-storage.ts';
import type { EncoderRecord } from './record.ts';

/** No layer that was kept is left out. */
const deepest = 'conv5_4';

/** `pack` as the chunks of a safetensors file, which says by itself how it is used. */
export function storedForm({ facts, tensor }: EncoderPack): Result<readonly Uint8Array[]> {
  const tensors = new Map<string, HostTensor>();
  for (const name of tensorNames(facts.layers)) {
    const found = tensor(name);
    if (!found.ok) return found;
    tensors.set(name, found.value);
  }
  return success(writeSafetensors(tensors, preprocessingMetadata(facts.preprocessing)));
}

/**
 * `pack`, whose numbers are in `weights` as {@link storedForm} wrote them, reading each tensor from `file` whenever it
 * is asked for: once they are on the device nobody needs the 80 MB of VGG-19 a second time.
 */
export async function readingFrom(
  file: OpenFile,
  { facts }: EncoderPack,
  weights: Uint8Array,
): Promise<Result<EncoderPack>> {
  const header = await readHeader(bytesSource(weights, ''), weights.subarray(0, headLength));
  if (!header.ok) return header;
  const stored = new Map(header.value.tensors.map(tensor => [tensor.name, tensor]));
  return success({
    facts,
    tensor: name => {
      const tensor = stored.get(name);
      if (!tensor) return tensorOf(facts, name, undefined);
      const bytes = file.read(tensor.start, tensor.bytes);
      if (!bytes.ok) return bytes;
      if (bytes.value.length < tensor.bytes) return failure(cutShort(name));
      return success({ shape: tensor.shape, data: new Float32Array(bytes.value.buffer) });
    },
  });
}

export async function packFromStored(file: Uint8Array, record: EncoderRecord): Promise<Result<EncoderPack>> {
  const source = bytesSource(file, record.weights.file);
  const found = await readSafetensorsEncoder(source, file.subarray(0, 8), { deepest });
  if (!found.ok) return found;
  // As the record has them: where it doesn't belong to these weights, the hash will tell.
  const { title, layers, preprocessing } = record;
  const { tensors } = found.value;
  const pack = await packOf({
    title,
    layers,
    tensors,
    preprocessing: { order: 'rgb', applied: preprocessing },
  });
  return success(pack);
}
