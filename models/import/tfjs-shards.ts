/**
 * The bytes of chosen tensors out of a group's shard files, read in turn and let go as soon as they are
 * copied. Files after the last chosen tensor are not read at all.
 */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { type FolderReader, isMissing, readFile } from './folder.ts';
import type { ShardGroup, StoredTensor } from './tfjs-manifest.ts';

export interface ReadTensor {
  /** A buffer of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The shards that they came from. */
  readonly files: readonly string[];
}

/** Reads `wanted`, tensors of `group`. */
export async function readTensors(
  read: FolderReader,
  group: ShardGroup,
  wanted: readonly StoredTensor[],
): Promise<Result<ReadonlyMap<StoredTensor, ReadTensor>>> {
  const found = new Map(
    wanted.map(tensor => [tensor, { bytes: new Uint8Array(tensor.bytes), files: [] as string[] }]),
  );
  const enough = Math.max(0, ...wanted.map(({ offset, bytes }) => offset + bytes));
  const lengths = new Set<number>();
  let position = 0;
  for (const [index, path] of group.paths.entries()) {
    const next = tensorAt(wanted, position);
    const shard = await readFile(read, path, group.bytes - position);
    if (!shard.ok) {
      const id = isMissing(shard.reason) ? 'encoder.shard-missing' : 'encoder.shard-unreadable';
      return failure(message(id, { file: path, tensor: next, why: shard.reason }));
    }
    for (const [tensor, { bytes, files }] of found) {
      if (copyOverlap(tensor, bytes, shard.value, position)) files.push(path);
    }
    position += shard.value.byteLength;
    lengths.add(shard.value.byteLength);
    const last = index === group.paths.length - 1;
    if (last && position < group.bytes) {
      const missing = String(group.bytes - position);
      return failure(
        message('encoder.shard-truncated', { file: path, tensor: tensorAt(wanted, position), missing }),
      );
    }
    // A shard that lost bytes would shift all that follow, and only the sum tells. Writers cut shards of equal
    // size: where these are, nothing was lost; where they are not, the rest is read for its length.
    if (position >= enough && lengths.size === 1) break;
  }
  return success(found);
}

/** The first of `tensors` that ends after `position`: what the reader was after. */
const tensorAt = (tensors: readonly StoredTensor[], position: number): string =>
  (tensors.find(({ offset, bytes }) => offset + bytes > position) ?? tensors.at(-1))?.name ?? '';

/** Copies what `shard`, which begins at `position` of the group, holds of `tensor`; false where it is nothing. */
function copyOverlap(
  { offset, bytes }: StoredTensor,
  target: Uint8Array,
  shard: Uint8Array,
  position: number,
): boolean {
  const from = Math.max(offset, position);
  const to = Math.min(offset + bytes, position + shard.byteLength);
  if (from >= to) return false;
  target.set(shard.subarray(from - position, to - position), from - offset);
  return true;
}
