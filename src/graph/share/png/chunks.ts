/**
 * A PNG as the chunks that it is made of. Nothing is decoded: pixels pass as the bytes that they are. The
 * checksums of the pixels are for whoever decodes them; those of what we read are checked here.
 */
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { crc32 } from '../crc32.ts';

export interface Chunk {
  /** Four letters: `IHDR`, `IDAT`, `iTXt`. */
  readonly type: string;
  /** Of the file, where the chunk's length begins and where the next chunk does. */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Whether a file begins as every PNG does. */
export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

/** Length, type and checksum. */
const around = 12;

/** The chunks in their order, up to `IEND`; or up to where the file is cut short, and then a refusal. */
export function* chunksOf(png: Uint8Array): Generator<Chunk, Result<undefined>> {
  if (!isPng(png)) return failure(message('share.not-png'));
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = signature.length; at + around <= png.length; ) {
    const end = at + around + view.getUint32(at);
    if (end > png.length) break;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    yield { type, start: at, end, data: png.subarray(at + 8, end - 4) };
    if (type === 'IEND') return success(undefined);
    at = end;
  }
  return failure(message('share.png-damaged'));
}

/** Whether a chunk of `png` is as it was written. */
export function isSound(png: Uint8Array, { start, end }: Chunk): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return view.getUint32(end - 4) === crc32(png.subarray(start + 4, end - 4));
}

/** The bytes of a chunk. */
export function chunk(type: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(around + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  bytes.set(letters(type), 4);
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  view.setUint32(at, crc32(bytes.subarray(4, at)));
  return bytes;
}

/** A PNG of these chunks. */
export function pngOf(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const parts = [signature, ...chunks];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Text of Latin letters as bytes. */
export const letters = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, letter => letter.charCodeAt(0));
