import { expect, test } from 'vitest';
import { granted } from '../testing/outcome.ts';
import { readWhole } from './byte-source.ts';
import { httpSource } from './http-source.ts';
import { memoryPieces, type PieceStore } from './piece-store.ts';
import { type ResumableSource, resumableSource } from './resumable-source.ts';
import { numbered, type Served, sentBy, serve, type WeightsServer } from './testing/weights-server.ts';

const bytes = numbered(400_000);
const dated = { etag: '"one"' };

function over(server: WeightsServer, pieces: PieceStore, signal?: AbortSignal): ResumableSource {
  const url = `${server.origin}/a.bin`;
  return resumableSource(granted(httpSource(url, { signal })), pieces, url);
}

const serving = (file: Partial<Served> = {}): Promise<WeightsServer> =>
  serve({ '/a.bin': { bytes, headers: dated, ...file } });

/** Reads the head and then four pieces, as an importer does, and says what the server sent meanwhile. */
async function readAll(server: WeightsServer, source: ResumableSource): Promise<number> {
  const before = sentBy(server);
  for (const [start, length] of [
    [0, 8],
    [8, 992],
    [1000, 150_000],
    [200_000, 150_000],
  ] as const) {
    const piece = granted(await source.read(start, length));
    expect(Buffer.compare(piece, bytes.subarray(start, start + length))).toBe(0);
  }
  return sentBy(server) - before;
}

test('pieces that came are not fetched again, but for the head that tells the version', async () => {
  const server = await serving();
  const pieces = memoryPieces();
  expect(await readAll(server, over(server, pieces))).toBe(301_000);
  expect(await readAll(server, over(server, pieces))).toBe(8);
});

test('a download that was cancelled goes on where it was', async () => {
  const server = await serving();
  const pieces = memoryPieces();
  const controller = new AbortController();
  const first = over(server, pieces, controller.signal);
  await first.read(0, 8);
  await first.read(1000, 150_000);
  const third = first.read(200_000, 150_000, () => controller.abort());
  expect(await third).toMatchObject({ ok: false, reason: { id: 'import.cancelled' } });
  expect(await readAll(server, over(server, pieces))).toBe(8 + 992 + 150_000);
});

test('pieces of another version are dropped', async () => {
  const server = await serving();
  const pieces = memoryPieces();
  await readAll(server, over(server, pieces));
  server.files.set('/a.bin', { bytes, headers: { etag: '"two"' } });
  expect(await readAll(server, over(server, pieces))).toBe(301_000);
  server.files.set('/a.bin', { bytes, headers: dated });
  expect(await readAll(server, over(server, pieces))).toBe(301_000);
});

test('a date will do for a version; where a server states neither, nothing is kept', async () => {
  const pieces = memoryPieces();
  const byDate = await serving({ headers: { 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' } });
  await readAll(byDate, over(byDate, pieces));
  expect(await readAll(byDate, over(byDate, pieces))).toBe(8);
  const silent = await serving({ headers: {} });
  await readAll(silent, over(silent, pieces));
  expect(await readAll(silent, over(silent, pieces))).toBe(301_000);
});

test('a piece that the store damaged, cut or confused with another is fetched again', async () => {
  const server = await serving();
  const damages: ((stored: Uint8Array) => Uint8Array)[] = [
    stored => stored.with(100, (stored[100] ?? 0) ^ 1),
    stored => stored.slice(0, -1),
    () => new Uint8Array(),
  ];
  for (const damage of damages) {
    const pieces = memoryPieces();
    await readAll(server, over(server, pieces));
    const damaged: PieceStore = {
      ...pieces,
      get: async (file, piece) => {
        const stored = await pieces.get(file, piece);
        return piece === '1000-150000' && stored ? damage(stored) : stored;
      },
    };
    expect(await readAll(server, over(server, damaged))).toBe(8 + 150_000);
    const confused: PieceStore = {
      ...pieces,
      get: (file, piece) => pieces.get(file, piece === '1000-150000' ? '200000-150000' : piece),
    };
    expect(await readAll(server, over(server, confused))).toBe(8 + 150_000);
  }
});

test('R8 a store that is full, or fails, costs the pieces and not the download', async () => {
  const server = await serving();
  const fails = async () => Promise.reject(new Error('no storage'));
  expect(await readAll(server, over(server, { get: fails, put: fails, clear: fails }))).toBe(301_000);
  let puts = 0;
  const full: PieceStore = { ...memoryPieces(), put: async () => ++puts < 3 };
  expect(await readAll(server, over(server, full))).toBe(301_000);
  expect(puts).toBe(3);
});

test('a file that is read whole is resumed piece by piece, and forgotten when it was put together', async () => {
  const server = await serving();
  const pieces = memoryPieces();
  const source = over(server, pieces);
  await source.read(0, 8);
  expect(granted(await readWhole(source, 1e6)).length).toBe(bytes.length);
  const again = over(server, pieces);
  await again.read(0, 8);
  const before = sentBy(server);
  await readWhole(again, 1e6);
  expect(sentBy(server)).toBe(before);
  await again.forget();
  await readWhole(over(server, pieces), 1e6);
  expect(sentBy(server)).toBe(before + bytes.length);
});

test('a server without parts is read to the end once; what is kept of it is not read again', async () => {
  const server = await serving({ ranges: false });
  const pieces = memoryPieces();
  await readAll(server, over(server, pieces));
  await readAll(server, over(server, pieces));
  expect(server.asked.length).toBe(2);
});
