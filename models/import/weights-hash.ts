/**
 * The name of weights, whatever file they came in: equal for equal networks, however they were laid out, how
 * they were stored, and what they were called.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Result, success } from '../../src/language/result.ts';
import { type EncoderPack, tensorNames } from '../encoder-pack.ts';

/**
 * SHA-256 of the layers and of the float32 of their kernels [3, 3, in, out], red first, and biases, in the order
 * of the forward pass. Unlike the hash of an encoder it leaves out what becomes of a picture before it.
 */
export function weightsHash({ facts, tensor }: EncoderPack): Result<string> {
  const layers = facts.layers.map(({ name, channels }) => [name, channels]);
  const hash = sha256.create().update(utf8ToBytes(JSON.stringify(['gramarye weights 1', layers])));
  for (const name of tensorNames(facts.layers)) {
    const found = tensor(name);
    if (!found.ok) return found;
    const { data } = found.value;
    // Little-endian on every machine that runs WebAssembly or WebGPU.
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return success(bytesToHex(hash.digest()));
}
