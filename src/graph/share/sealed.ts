/**
 * A text in the part of an address that no browser sends to a server: a prefix with a version, and then, in
 * base64url, a CRC-32 and the deflated text. The checksum is there because people and messengers cut links: that,
 * then, can be told for certain.
 */
import { message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { deflated, inflated } from './deflate.ts';

const sumBytes = 4;
/** No browser keeps a longer address. */
const longestLink = 2_000_000;

/** @param prefix What it is and its version, as `g1.`. */
export function sealed(prefix: string, text: string): string {
  const body = deflated(text, 'raw');
  const bytes = new Uint8Array(sumBytes + body.length);
  new DataView(bytes.buffer).setUint32(0, crc32(body));
  bytes.set(body, sumBytes);
  return prefix + toBase64Url(bytes);
}

/**
 * The text behind `prefix`: as it was sealed, or a refusal (rule D5).
 * @param atMost Bytes of the text.
 */
export function unsealed(prefix: string, link: string, atMost: number): Result<string> {
  if (link.length > longestLink) return failure(message('share.too-large', { limit: longestLink }));
  // What stands around a link in a sentence is often taken for a part of it.
  const bytes = fromBase64Url(link.slice(prefix.length).replace(/[^\w-].*$/s, ''));
  if (!bytes || bytes.length <= sumBytes) return failure(message('share.link-cut'));
  const body = bytes.subarray(sumBytes);
  if (new DataView(bytes.buffer).getUint32(0) !== crc32(body)) return failure(message('share.link-cut'));
  return inflated(body, 'raw', atMost);
}
