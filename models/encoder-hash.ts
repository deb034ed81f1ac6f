/**
 * The name under which an encoder's features are cached: equal hashes give equal features. So it covers
 * what the forward pass uses, in one order, and neither a title nor a path.
 */
import { sha256 as atOnce } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EncoderFacts, EncoderLayer } from '../src/graph/wire.ts';
import { bytesOf, sha256, utf8 } from '../src/runtime/cache/sha256.ts';
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
): Promise<string> {
  const weights = layers.flatMap(({ name }) =>
    ['kernel', 'bias'].map(part => bytesOf(tensors.get(`${name}/${part}`)?.data ?? new Float32Array())),
  );
  return sha256([utf8(described('gramarye encoder 1', layers, preprocessing)), ...weights]);
}

/** SHA-256 of a recipe that gives the weights: nobody has to make 50 MB of them to name them. */
export const recipeHash = (recipe: string, layers: readonly EncoderLayer[], preprocessing: Applied): string =>
  bytesToHex(atOnce(utf8(described(recipe, layers, preprocessing))));
