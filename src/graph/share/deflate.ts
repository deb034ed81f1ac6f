/**
 * Text as deflated bytes and back. What comes from outside is inflated a piece at a time and given up as soon
 * as it has become larger than it may (rule D5): a few kilobytes can claim to be gigabytes.
 */
import { deflateSync, Inflate, Unzlib, zlibSync } from 'fflate';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';

/** `raw` has nothing around it; `zlib` is what PNG wants. */
export type Wrapping = 'raw' | 'zlib';

const strongest = { level: 9 } as const;

export function deflated(text: string, wrapping: Wrapping): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  return wrapping === 'raw' ? deflateSync(bytes, strongest) : zlibSync(bytes, strongest);
}

/** A byte of deflate stands for at most 1032: so this is how far the output can run ahead of the count. */
const pieceSize = 1024;

/** The text that was deflated, if it is one and has no more than `atMost` bytes. */
export function inflated(bytes: Uint8Array, wrapping: Wrapping, atMost: number): Result<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const take = (piece: Uint8Array, final: boolean) => {
    size += piece.length;
    ended ||= final;
    pieces.push(piece);
  };
  const stream = wrapping === 'raw' ? new Inflate(take) : new Unzlib(take);
  try {
    for (let at = 0; at < bytes.length && !ended; at += pieceSize) {
      stream.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length);
      if (size > atMost) return failure(message('share.too-large', { limit: atMost }));
    }
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return ended ? success(decoder.decode(joined(pieces, size))) : damaged();
  } catch {
    return damaged();
  }
}

const damaged = () => failure(message('share.damaged'));

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
