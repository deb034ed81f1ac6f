import type { Key } from '../ir/key.ts';
import { bytes, type Shape } from '../ir/value.ts';
import { bytesOf, sha256, utf8 } from './sha256.ts';

/** Values of at most so many bytes are known by their numbers: the largest Gram matrix of VGG-19 is this large. */
export const smallBytes = 2 ** 20;

export const isSmall = (shape: Shape): boolean => bytes(shape) <= smallBytes;

/** The key of numbers as such. A prefix keeps it apart from keys of structure. */
export async function numbersKey(shape: Shape, data: Float32Array): Promise<Key> {
  const hash = await sha256([utf8(`numbers ${shape.join('×')} `), bytesOf(data)]);
  return `#${hash.slice(0, 31)}`;
}
