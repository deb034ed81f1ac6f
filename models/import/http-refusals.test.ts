import { describe, expect, test } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import { at, bytes, opened, said } from './testing/http-files.ts';
import { numbered, type Served, stopsAfter } from './testing/weights-server.ts';

const expectBytes = async (source: ByteSource, start: number, length: number): Promise<void> => {
  const piece = await source.read(start, length);
  expect(piece.ok && Buffer.compare(piece.value, bytes.subarray(start, start + length))).toBe(0);
};

describe('R8 what a server can do wrong', () => {
  const answering = (status: number, headers: Record<string, string> = {}, body = ''): Partial<Served> => ({
    instead: (_, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    },
  });

  test.each([
    [404, 'HOST has no a.bin. Check the address.'],
    [403, 'HOST does not give a.bin to everybody. Download it with your browser, and open the file.'],
    [500, 'HOST did not give a.bin: it answered 500. Try again later.'],
    [503, 'HOST did not give a.bin: it answered 503. Try again later.'],
    [416, 'a.bin ends after 0 bytes, too early: it is cut short. Get it anew.'],
  ])('%i', async (status, sentence) => {
    const { source } = await opened(answering(status));
    expect(await said(source.read(0, 8))).toBe(sentence);
  });

  test('a web page about the file in its place', async () => {
    const { source } = await opened(answering(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>'));
    expect(await said(source.read(0, 4))).toBe(
      'HOST sent a web page in place of a.bin. Take the address that downloads the file itself.',
    );
  });

  test('references in a circle', async () => {
    const { source } = await opened(answering(302, { location: '/nets/a.bin' }));
    expect(await said(source.read(0, 8))).toBe(
      'a.bin could not be fetched: HOST refers from one address to the next without end.',
    );
  });

  test('nothing there at all', async () => {
    const { source, server } = await opened(answering(200));
    await source.close();
    const gone = at(server.origin.replace(/\d+$/, '9'));
    expect(await said(gone.read(0, 8))).toMatch('could not be fetched: HOST cannot be reached');
  });

  test.each([
    ['other bytes', 'bytes 1-8/200000'],
    ['more bytes', 'bytes 0-8/200000'],
    ['fewer bytes', 'bytes 0-6/200000'],
    ['no range', 'chunks 0-7/200000'],
    ['a size that the bytes exceed', 'bytes 0-7/4'],
  ])('a part with %s', async (_, range) => {
    const { source } = await opened(answering(206, { 'content-range': range }, 'x'.repeat(8)));
    expect(await said(source.read(0, 8))).toBe(
      'HOST sent another part of a.bin than the one that it was asked for.',
    );
  });

  test('more bytes than it says, or none of what it says', async () => {
    const long = await opened(answering(206, { 'content-range': 'bytes 0-7/200000' }, 'x'.repeat(9)));
    expect(await said(long.source.read(0, 8))).toMatch('another part of a.bin');
    const mute = await opened(answering(206, {}, 'x'.repeat(8)));
    expect(await said(mute.source.read(0, 8))).toMatch('another part of a.bin');
  });

  test.each([true, false])('a file that ends too early (parts: %s)', async ranges => {
    const { source } = await opened({ ranges });
    expect(await said(source.read(199_000, 1001))).toBe(
      'a.bin ends after 200000 bytes, too early: it is cut short. Get it anew.',
    );
  });

  test('a connection that breaks in the middle of the whole file', async () => {
    const { source } = await opened({ instead: stopsAfter(bytes.subarray(0, 500), 200_000, 'break') });
    expect(await said(source.read(0, 1000))).toBe('The connection to HOST broke off while a.bin was read.');
  });

  test.each([
    ['before its answer', () => true],
    ['in the middle', stopsAfter(bytes.subarray(0, 500), 200_000, 'stall')],
  ])('silence %s', async (_, instead) => {
    const { source } = await opened({ instead }, { stallAfter: 50 });
    expect(await said(source.read(0, 1000))).toBe(
      'HOST sent nothing of a.bin for 0.05 seconds, so reading it was given up.',
    );
  });

  test.each([
    ['its mark', { etag: '"one"' }, { etag: '"two"' }],
    [
      'its date',
      { 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' },
      { 'last-modified': 'Tue, 02 Jan 2024 00:00:00 GMT' },
    ],
  ])('the file changes while it is read, by %s', async (_, before, after) => {
    const { source, server } = await opened({ headers: before });
    await expectBytes(source, 0, 8);
    server.files.set('/nets/a.bin', { bytes, headers: after });
    expect(await said(source.read(8, 8))).toBe('a.bin was changed on HOST while it was read. Read it anew.');
  });

  test('the file changes while it is read, by its size', async () => {
    const { source, server } = await opened();
    await expectBytes(source, 0, 8);
    server.files.set('/nets/a.bin', { bytes: numbered(199_999) });
    expect(await said(source.read(8, 8))).toMatch('was changed on HOST');
  });
});
