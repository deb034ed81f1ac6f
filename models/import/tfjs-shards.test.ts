import { expect, test } from 'vitest';
import { success } from '../../src/language/result.ts';
import type { FolderReader } from './folder.ts';
import type { ShardGroup, StoredTensor } from './tfjs-manifest.ts';
import { readTensors } from './tfjs-shards.ts';

const tensor = (name: string, offset: number, bytes: number): StoredTensor => ({
  name,
  shape: [bytes / 4],
  encoding: { type: 'float32' },
  offset,
  bytes,
  ofOptimiser: false,
});

const first = tensor('first', 0, 8);
const second = tensor('second', 8, 12);
const group: ShardGroup = { paths: ['a', 'b', 'c', 'd'], tensors: [first, second], bytes: 20 };

/** Shards of five bytes each, that count from 0 to 19. */
const shards =
  (asked: [string, number][]): FolderReader =>
  async (path, atMost) => {
    asked.push([path, atMost]);
    return success(Uint8Array.from({ length: 5 }, (_, i) => group.paths.indexOf(path) * 5 + i));
  };

test('a tensor is put together from the shards that it spans', async () => {
  const read = await readTensors(shards([]), group, [first, second]);
  const found = read.ok ? read.value.get(second) : undefined;
  expect([...(found?.bytes ?? [])]).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  expect(found?.files).toEqual(['b', 'c', 'd']);
});

test('shards after the last wanted tensor are not read, and none may be larger than what is left', async () => {
  const asked: [string, number][] = [];
  expect((await readTensors(shards(asked), group, [first])).ok).toBe(true);
  expect(asked).toEqual([
    ['a', 20],
    ['b', 15],
  ]);
});
