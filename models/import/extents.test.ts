import { expect, test } from 'vitest';
import { granted } from '../testing/outcome.ts';
import { bytesSource } from './bytes-source.ts';
import { piecesOf, readExtents } from './extents.ts';
import { numbered } from './testing/weights-server.ts';

const extent = (start: number, bytes: number) => ({ start, bytes });

test('what touches comes together, what does not comes apart', () => {
  expect(piecesOf([extent(30, 5), extent(0, 10), extent(10, 4)])).toEqual([extent(0, 14), extent(30, 5)]);
  expect(piecesOf([extent(0, 10), extent(11, 1)])).toEqual([extent(0, 10), extent(11, 1)]);
  expect(piecesOf([])).toEqual([]);
});

test('no piece is larger than it may be, though an extent is', () => {
  expect(piecesOf([extent(5, 10), extent(15, 12)], 8)).toEqual([extent(5, 8), extent(13, 8), extent(21, 6)]);
  expect(piecesOf([extent(0, 16)], 8)).toEqual([extent(0, 8), extent(8, 8)]);
});

test('each extent is its own bytes, wherever the pieces are cut, and none where it has none', async () => {
  const bytes = numbered(20 * 2 ** 20);
  const extents = [
    extent(3, 9 * 2 ** 20),
    extent(9 * 2 ** 20 + 3, 5),
    extent(15 * 2 ** 20, 2 ** 20),
    extent(7, 0),
  ];
  const read = granted(await readExtents(bytesSource(bytes, 'a'), extents.slice(0, 3)));
  for (const one of extents.slice(0, 3)) {
    const found = read.get(one) ?? new Uint8Array();
    expect(Buffer.compare(found, bytes.subarray(one.start, one.start + one.bytes))).toBe(0);
  }
  expect(granted(await readExtents(bytesSource(bytes, 'a'), [extent(7, 0)])).size).toBe(1);
});
