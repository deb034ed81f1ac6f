/**
 * The name of weights, whatever file they came in: equal for equal networks, however they were laid out, how
 * they were stored, and what they were called.
 */
import { type Result, success } from '../../src/language/result.ts';
import { bytesOf, sha256, utf8 } from '../../src/runtime/cache/sha256.ts';
import { type EncoderPack, tensorNames } from '../encoder-pack.ts';

/**
 * SHA-256 of the layers and of the float32 of their kernels [3, 3, in, out], red first, and biases, in the order
 * of the forward pass. Unlike the hash of an encoder it leaves out what becomes of a picture before it.
 */
export async function weightsHash({ facts, tensor }: EncoderPack): Promise<Result<string>> {
  const layers = facts.layers.map(({ name, channels }) => [name, channels]);
  const parts = [utf8(JSON.stringify(['gramarye weights 1', layers]))];
  for (const name of tensorNames(facts.layers)) {
    const found = tensor(name);
    if (!found.ok) return found;
    parts.push(bytesOf(found.value.data));
  }
  return success(await sha256(parts));
}
