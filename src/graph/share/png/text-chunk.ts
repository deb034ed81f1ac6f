/**
 * The one chunk that is ours: `iTXt`, keyed `gramarye`, its text deflated. PNG's own way of carrying text in
 * any script, so other programs show it, keep it or drop it, and none stumbles over it.
 */
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { deflated, inflated } from '../deflate.ts';
import { type Chunk, chunk, letters } from './chunks.ts';

const keyword = 'gramarye';
const type = 'iTXt';
/** Keyword, end of it, deflated, by method 0, no language, no translated keyword. */
const head = letters(`${keyword}\0\u0001\0\0\0`);
const isDeflatedAt = keyword.length + 1;

/** Larger than any of ours that could be opened. */
const largestChunk = 32 * 2 ** 20;

export const isOurs = ({ type: name, data }: Chunk): boolean =>
  name === type && [...keyword, '\0'].every((letter, at) => data[at] === letter.charCodeAt(0));

export const textChunk = (text: string): Uint8Array<ArrayBuffer> => chunk(type, head, deflated(text, 'zlib'));

/** @param atMost Bytes of the text. */
export function textOf({ data }: Chunk, atMost: number): Result<string> {
  if (data.length > largestChunk) return failure(message('share.too-large', { limit: atMost }));
  const [isDeflated, method] = data.subarray(isDeflatedAt);
  const language = data.indexOf(0, isDeflatedAt + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0 || method !== 0) return failure(message('share.damaged'));
  const content = data.subarray(translated + 1);
  return isDeflated === 1 ? inflated(content, 'zlib', atMost) : plain(content, atMost);
}

/** Some programs that write a PNG anew keep its texts, and deflate none. */
function plain(content: Uint8Array, atMost: number): Result<string> {
  if (content.length > atMost) return failure(message('share.too-large', { limit: atMost }));
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return failure(message('share.damaged'));
  }
}
