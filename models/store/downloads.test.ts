import { expect, test } from 'vitest';
import { memoryStorage } from '../testing/memory-storage.ts';
import { downloadsIn } from './downloads.ts';

const piece = Uint8Array.of(1, 2, 3);
const url = 'https://example.org/net.h5';

test('pieces are there for the next program, each under its file, until the file is cleared', async () => {
  const files = memoryStorage();
  const first = downloadsIn(files).of(url);
  expect(await first.put('net-a', '0', piece)).toBe(true);
  await first.put('net-a', '8', piece);
  await first.put('net-a-b', '0', piece);
  const later = downloadsIn(files).of(url);
  expect(await later.get('net-a', '8')).toEqual(piece);
  expect(await later.get('net-a', '16')).toBeUndefined();
  expect(await later.bytes()).toBe(9);
  await later.clear('net-a');
  expect(await later.bytes()).toBe(3);
  expect(await later.get('net-a-b', '0')).toEqual(piece);
});

test('a download is forgotten whole, and no other with it', async () => {
  const files = memoryStorage();
  const [one, other] = [downloadsIn(files).of(url), downloadsIn(files).of(`${url}?other`)];
  for (const download of [one, other]) {
    await download.put('model', '0', piece);
    await download.put('shard', '0', piece);
  }
  await one.forget();
  expect(await one.bytes()).toBe(0);
  expect(await other.bytes()).toBe(6);
});

test('R8 a piece that finds no room is not kept, and says so', async () => {
  const files = memoryStorage();
  files.room = 2;
  expect(await downloadsIn(files).of(url).put('net', '0', piece)).toBe(false);
  expect(files.files.size).toBe(0);
});

test('what nobody came back for in a month is pruned', async () => {
  let now = 0;
  const files = memoryStorage(() => now);
  const downloads = downloadsIn(files, () => now);
  await downloads.of(url).put('old', '0', piece);
  now += 20 * 24 * 3600 * 1000;
  await downloads.of(url).put('new', '0', piece);
  now += 11 * 24 * 3600 * 1000;
  await downloads.prune();
  expect([...files.files.keys()]).toEqual([expect.stringMatching(/^downloads\/[0-9a-f]{16}\.new\.0$/)]);
});
