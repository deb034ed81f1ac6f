/**
 * Chosen stretches of a file, read with as few requests as that takes: those that touch come together, in
 * pieces of bounded size, and nothing of what lies between others is read.
 */
import { type Result, success } from '../../src/language/result.ts';
import { type ByteSource, pieceSize } from './byte-source.ts';

export interface Extent {
  readonly start: number;
  readonly bytes: number;
}

/** What to read, in the order of the file. */
export function piecesOf(extents: readonly Extent[], atMost = pieceSize): readonly Extent[] {
  const runs: { start: number; bytes: number }[] = [];
  for (const { start, bytes } of [...extents].sort((a, b) => a.start - b.start)) {
    const run = runs.at(-1);
    if (run && run.start + run.bytes === start) run.bytes += bytes;
    else runs.push({ start, bytes });
  }
  return runs.flatMap(({ start, bytes }) =>
    Array.from({ length: Math.ceil(bytes / atMost) }, (_, index) => ({
      start: start + index * atMost,
      bytes: Math.min(atMost, bytes - index * atMost),
    })),
  );
}

/** Each of `extents` in a buffer of its own. They must not overlap. */
export async function readExtents<E extends Extent>(
  source: ByteSource,
  extents: readonly E[],
  onBytes?: (count: number) => void,
): Promise<Result<ReadonlyMap<E, Uint8Array<ArrayBuffer>>>> {
  const read = new Map(extents.map(extent => [extent, new Uint8Array(extent.bytes)]));
  for (const piece of piecesOf(extents)) {
    const bytes = await source.read(piece.start, piece.bytes, onBytes);
    if (!bytes.ok) return bytes;
    for (const [{ start, bytes: length }, target] of read) {
      const from = Math.max(start, piece.start);
      const to = Math.min(start + length, piece.start + piece.bytes);
      if (from < to) target.set(bytes.value.subarray(from - piece.start, to - piece.start), from - start);
    }
  }
  return success(read);
}
