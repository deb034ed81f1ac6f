import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Key } from '../ir/key.ts';
import { bytes, type Shape } from '../ir/value.ts';

/** Values of at most so many bytes are known by their numbers: the largest Gram matrix of VGG-19 is this large. */
export const smallBytes = 2 ** 20;

export const isSmall = (shape: Shape): boolean => bytes(shape) <= smallBytes;

/** The key of numbers as such. A prefix keeps it apart from keys of structure. */
export function numbersKey(shape: Shape, data: Float32Array): Key {
  const hash = sha256.create().update(utf8ToBytes(`numbers ${shape.join('×')} `));
  hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return `#${bytesToHex(hash.digest()).slice(0, 31)}`;
}
