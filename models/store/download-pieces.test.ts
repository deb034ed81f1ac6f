import { expect, test } from 'vitest';
import { memoryStorage } from '../testing/memory-storage.ts';
import { downloadPieces } from './download-pieces.ts';

const piece = Uint8Array.of(1, 2, 3);

test('pieces are there for the next program, each under its file, until the file is cleared', async () => {
  const files = memoryStorage();
  expect(await downloadPieces(files).put('net-a', '0', piece)).toBe(true);
  await downloadPieces(files).put('net-a', '8', piece);
  await downloadPieces(files).put('net-a-b', '0', piece);
  const later = downloadPieces(files);
  expect(await later.get('net-a', '8')).toEqual(piece);
  expect(await later.get('net-a', '16')).toBeUndefined();
  expect(await later.bytesOf('net-a')).toBe(6);
  await later.clear('net-a');
  expect([...files.files.keys()]).toEqual(['downloads/net-a-b.0']);
});

test('R8 a piece that finds no room is not kept, and says so', async () => {
  const files = memoryStorage();
  files.room = 2;
  expect(await downloadPieces(files).put('net', '0', piece)).toBe(false);
  expect(files.files.size).toBe(0);
});

test('what nobody came back for in a month is pruned', async () => {
  let now = 0;
  const files = memoryStorage(() => now);
  const pieces = downloadPieces(files, () => now);
  await pieces.put('old', '0', piece);
  now += 20 * 24 * 3600 * 1000;
  await pieces.put('new', '0', piece);
  now += 11 * 24 * 3600 * 1000;
  await pieces.prune();
  expect([...files.files.keys()]).toEqual(['downloads/new.0']);
});
