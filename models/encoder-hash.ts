/**
 * The name under which an encoder's features are cached: equal hashes give equal features. So it covers
 * what the forward pass uses, in one order, and neither a title nor a path.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EncoderFacts, EncoderLayer } from '../src/graph/wire.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';

type Applied = Pick<EncoderFacts['preprocessing'], 'factors' | 'offsets'>;

/** What an encoder is but for its weights, as one line of text. */
const described = (format: string, layers: readonly EncoderLayer[], { factors, offsets }: Applied): string =>
  JSON.stringify([format, layers.map(({ name, channels }) => [name, channels]), factors, offsets]);

/** SHA-256 of architecture, preprocessing and weights. */
export function encoderHash(
  layers: readonly EncoderLayer[],
  tensors: ReadonlyMap<string, HostTensor>,
  preprocessing: Applied,
): string {
  const hash = sha256.create().update(utf8ToBytes(described('gramarye encoder 1', layers, preprocessing)));
  for (const { name } of layers) {
    for (const part of ['kernel', 'bias']) {
      const data = tensors.get(`${name}/${part}`)?.data ?? new Float32Array();
      // Little-endian on every machine that runs WebAssembly or WebGPU.
      hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    }
  }
  return bytesToHex(hash.digest());
}

/** SHA-256 of a recipe that gives the weights: nobody has to make 50 MB of them to name them. */
export const recipeHash = (recipe: string, layers: readonly EncoderLayer[], preprocessing: Applied): string =>
  bytesToHex(sha256(utf8ToBytes(described(recipe, layers, preprocessing))));
