/**
 * A source whose pieces are kept as they come, so that a download that was cancelled or broke off goes on
 * where it was. The first read asks the source: only then is it known which content lies there now, and pieces of
 * another are dropped. What comes back from the store is believed only if its hash is right.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Result, success } from '../../src/language/result.ts';
import type { ByteSource } from './byte-source.ts';
import type { PieceStore } from './piece-store.ts';

export interface ResumableSource extends ByteSource {
  /** Drops the pieces that are kept: they were put together, or are not wanted any more. */
  forget(): Promise<void>;
}

/** The piece that says which content the others are of. */
const mark = 'version';
const hashLength = 32;
/** What is as quick to fetch as to ask about. */
const small = 2 ** 16;

/** `place` tells one file from another across runs, as a URL does. */
export function resumableSource(source: ByteSource, pieces: PieceStore, place: string): ResumableSource {
  const file = bytesToHex(sha256(utf8ToBytes(place)));
  let version: string | undefined;
  /** A store that is full, or not allowed, is not tried again. */
  let keeps = true;

  let hasRead = false;

  /**
   * Before anything large is read: where there are pieces, asks for one byte, to know whether they are of what
   * lies there now.
   */
  const probe = async (length: number): Promise<Result<unknown>> => {
    const first = !hasRead;
    hasRead = true;
    if (!first || length <= small || !(await tried(() => pieces.get(file, mark)))) return success(undefined);
    const byte = await source.read(0, 1);
    if (byte.ok) await learnVersion();
    return byte;
  };

  /** Once something was read: drops what is kept of another content. */
  const learnVersion = async (): Promise<void> => {
    version = source.version?.();
    keeps = version !== undefined;
    if (version === undefined) return;
    const kept = await tried(() => pieces.get(file, mark));
    const now = utf8ToBytes(version);
    if (kept && kept.length === now.length && kept.every((byte, index) => byte === now[index])) return;
    await tried(() => pieces.clear(file));
    keeps = (await tried(() => pieces.put(file, mark, now))) ?? false;
  };

  const kept = async (start: number, length: number): Promise<Uint8Array | undefined> => {
    if (version === undefined) return undefined;
    const stored = await tried(() => pieces.get(file, nameOf(start, length)));
    if (stored?.length !== hashLength + length) return undefined;
    const bytes = stored.subarray(hashLength);
    const hash = hashOf(version, start, bytes);
    return hash.every((byte, index) => byte === stored[index]) ? bytes : undefined;
  };

  const keep = async (start: number, bytes: Uint8Array): Promise<void> => {
    if (version === undefined || !keeps) return;
    const stored = new Uint8Array(hashLength + bytes.length);
    stored.set(hashOf(version, start, bytes));
    stored.set(bytes, hashLength);
    keeps = (await tried(() => pieces.put(file, nameOf(start, bytes.length), stored))) ?? false;
  };

  return {
    name: source.name,
    ...(source.remote && { remote: true }),
    size: async () => {
      await probe(Number.POSITIVE_INFINITY);
      return source.size();
    },
    version: () => version,
    async read(start, length, onBytes): Promise<Result<Uint8Array>> {
      const probed = await probe(length);
      if (!probed.ok) return probed;
      const known = await kept(start, length);
      if (known) {
        onBytes?.(length);
        return success(known);
      }
      const read = await source.read(start, length, onBytes);
      if (!read.ok) return read;
      if (version === undefined && keeps) await learnVersion();
      await keep(start, read.value);
      return read;
    },
    close: () => source.close(),
    forget: async () => void (await tried(() => pieces.clear(file))),
  };
}

const nameOf = (start: number, length: number): string => `${start}-${length}`;

/** Of the bytes and of where they belong: a piece in another's place is as wrong as a damaged one. */
const hashOf = (version: string, start: number, bytes: Uint8Array): Uint8Array =>
  sha256
    .create()
    .update(utf8ToBytes(`${version}\n${start}\n`))
    .update(bytes)
    .digest();

/** Keeping pieces is a convenience: a store that fails costs the convenience, not the download. */
async function tried<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
