/** The hashes of a whole file, under which its publisher may have stated it. */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Result, success } from '../../src/language/result.ts';
import { type ByteSource, readPieces } from './byte-source.ts';

/** In hexadecimal. */
export interface FileHashes {
  readonly sha256: string;
  /** Keras states no better for its oldest files. */
  readonly md5?: string;
}

export const hashesOf = (bytes: Uint8Array): FileHashes => ({
  sha256: bytesToHex(sha256(bytes)),
  md5: bytesToHex(md5(bytes)),
});

/** Of a file that is read a piece at a time and never held whole. */
export async function hashesOfSource(source: ByteSource, atMost: number): Promise<Result<FileHashes>> {
  const hash = sha256.create();
  const read = await readPieces(source, atMost, piece => void hash.update(piece));
  return read.ok ? success({ sha256: bytesToHex(hash.digest()) }) : read;
}
