/**
 * Bytes that an importer reads a piece of at a time, wherever they lie: on a disk, in a file that was
 * dropped on a page, behind a URL. An importer asks for the pieces that it needs, from the front to the
 * back where it can, and never learns where they came from.
 */
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';

/** How much is read at once: large enough that a server's answer time is nothing beside it. */
export const pieceSize = 8 * 2 ** 20;

export interface ByteSource {
  /** What sentences call it: the last name of its path or URL. */
  readonly name: string;
  /** Whether reading costs somebody's network. What lies on this machine is read whole, to know it by its hash. */
  readonly remote?: boolean;
  /**
   * In bytes; nothing where a server does not say. A server is asked for it with the first piece, so reading
   * something first saves a request.
   */
  size(): Promise<Result<number | undefined>>;
  /**
   * The bytes from `start` (included) on, exactly `length` of them, to be read and not changed. A source that ends before is refused as
   * {@link cutShort}; a signal that was given when the source was opened refuses as {@link cancelled}.
   * `onBytes` is told how many more of them have come, each time that some have.
   */
  read(start: number, length: number, onBytes?: (count: number) => void): Promise<Result<Uint8Array>>;
  /** What tells this content from another at the same place, where the source states it and was read from. */
  version?(): string | undefined;
  /** Lets go of an open file or connection. The source can't be read afterwards. */
  close(): Promise<void>;
}

/** `size` is where it ends, where that is known. */
export const cutShort = (file: string, size?: number): Message =>
  size === undefined
    ? message('import.cut-short', { file })
    : message('import.cut-short-at', { file, size: String(size) });

export const isCutShort = ({ id }: Message): boolean =>
  id === 'import.cut-short' || id === 'import.cut-short-at';

export const cancelled = (file: string): Message => message('import.cancelled', { file });

export const isCancelled = ({ id }: Message): boolean => id === 'import.cancelled';

/** `source`, but for `signal`: once that is given, nothing more is read. */
export const cancellable = (source: ByteSource, signal: AbortSignal | undefined): ByteSource => ({
  name: source.name,
  ...(source.remote && { remote: true }),
  size: () => source.size(),
  version: () => source.version?.(),
  read: async (start, length, onBytes) =>
    signal?.aborted ? failure(cancelled(source.name)) : source.read(start, length, onBytes),
  close: () => source.close(),
});

/**
 * All of `source`, piece by piece, each given to `take` in order. Refuses one of more than `atMost` bytes,
 * before reading it where its size is known.
 */
export async function readPieces(
  source: ByteSource,
  atMost: number,
  take: (piece: Uint8Array) => void,
  onBytes?: (count: number) => void,
): Promise<Result<number>> {
  let position = 0;
  for (;;) {
    const size = await source.size();
    if (!size.ok) return size;
    const end = size.value;
    if ((end ?? position) > atMost) {
      return failure(message('encoder.file-too-large', { file: source.name, most: String(atMost) }));
    }
    if (position === end) return success(position);
    const piece = await source.read(position, Math.min(pieceSize, (end ?? atMost + 1) - position), onBytes);
    if (piece.ok) {
      take(piece.value);
      position += piece.value.length;
      continue;
    }
    // Only where it ended did it become known where it ends; what came of the last piece is read again.
    const found = await source.size();
    const learnt = end === undefined && found.ok && found.value !== undefined;
    if (!learnt || !isCutShort(piece.reason)) return piece;
  }
}

/** All of `source` in one buffer. */
export async function readWhole(
  source: ByteSource,
  atMost: number,
  onBytes?: (count: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const pieces: Uint8Array[] = [];
  const length = await readPieces(source, atMost, piece => pieces.push(piece), onBytes);
  if (!length.ok) return length;
  const whole = new Uint8Array(length.value);
  let position = 0;
  // Let go of one after the other: the file is never held twice.
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    whole.set(piece, position);
    position += piece.length;
  }
  return success(whole);
}
