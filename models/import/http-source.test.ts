import { describe, expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import type { Result } from '../../src/language/result.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { type HttpOptions, httpSource } from './http-source.ts';
import {
  numbered,
  type Served,
  sentBy,
  serve,
  stopsAfter,
  type WeightsServer,
} from './testing/weights-server.ts';

const bytes = numbered(200_000);

async function opened(
  file: Partial<Served> = {},
  options: HttpOptions = {},
): Promise<{ source: ByteSource; server: WeightsServer }> {
  const server = await serve({ '/nets/a.bin': { bytes, ...file } });
  return { source: at(`${server.origin}/nets/a.bin`, options), server };
}

function at(url: string, options: HttpOptions = {}): ByteSource {
  const source = httpSource(url, options);
  if (!source.ok) throw new Error(say(source.reason));
  return source.value;
}

const said = async (read: Promise<Result<unknown>>): Promise<string> => {
  const result = await read;
  return result.ok ? 'read' : say(result.reason).replace(/127\.0\.0\.1:\d+/g, 'HOST');
};

const expectBytes = async (source: ByteSource, start: number, length: number): Promise<void> => {
  const piece = await source.read(start, length);
  expect(piece.ok && Buffer.compare(piece.value, bytes.subarray(start, start + length))).toBe(0);
};

describe('a server that gives parts', () => {
  test('is asked for one explicit part at a time, and for nothing around it', async () => {
    const { source, server } = await opened();
    await expectBytes(source, 0, 8);
    await expectBytes(source, 100_000, 5000);
    await expectBytes(source, 50, 1);
    expect(server.asked.map(({ range }) => range)).toEqual([
      'bytes=0-7',
      'bytes=100000-104999',
      'bytes=50-50',
    ]);
    expect(sentBy(server)).toBe(5009);
  });

  test('says with the first part how large the file is', async () => {
    const { source, server } = await opened();
    await source.read(0, 8);
    expect(await source.size()).toEqual({ ok: true, value: bytes.length });
    expect(server.asked.length).toBe(1);
  });

  test('is asked for the first piece where only the size is wanted, and not for it again', async () => {
    const { source, server } = await opened();
    expect(await source.size()).toEqual({ ok: true, value: bytes.length });
    const whole = await readWhole(source, 1e6);
    expect(whole.ok && Buffer.compare(whole.value, bytes)).toBe(0);
    expect(server.asked.length).toBe(1);
  });

  test('that breaks off once is asked for the rest', async () => {
    const broken: Served['instead'] = (_, response, asked) => {
      if (asked !== 1) return false;
      response.writeHead(206, { 'content-range': 'bytes 8-99999/200000', 'content-length': 99_992 });
      response.write(bytes.subarray(8, 40_000));
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    const { source, server } = await opened({ instead: broken });
    await source.read(0, 8);
    await expectBytes(source, 8, 99_992);
    expect(server.asked.map(({ range }) => range)).toEqual([
      'bytes=0-7',
      'bytes=8-99999',
      'bytes=40000-99999',
    ]);
  });

  test('that breaks off again and again is given up', async () => {
    const { source, server } = await opened({
      instead: ({ headers }, response) => {
        const start = Number(/\d+/.exec(headers.range ?? '')?.[0]);
        response.writeHead(206, {
          'content-range': `bytes ${start}-99/200000`,
          'content-length': 100 - start,
        });
        response.write(bytes.subarray(start, start + 1));
        setTimeout(() => response.destroy(), 20);
        return true;
      },
    });
    expect(await said(source.read(0, 100))).toBe('The connection to HOST broke off while a.bin was read.');
    expect(server.asked.length).toBe(2);
  });
});

describe('a server that gives the whole file', () => {
  test('streams it past once, while the pieces are taken out of it', async () => {
    const { source, server } = await opened({ ranges: false });
    await expectBytes(source, 0, 8);
    await expectBytes(source, 8, 3000);
    await expectBytes(source, 90_000, 70_000);
    expect(await source.size()).toEqual({ ok: true, value: bytes.length });
    expect(server.asked.length).toBe(1);
  });

  test('is asked again for what lies behind the cursor', async () => {
    const { source, server } = await opened({ ranges: false });
    await expectBytes(source, 90_000, 10);
    await expectBytes(source, 10, 10);
    expect(server.asked.length).toBe(2);
  });

  test('need not say how long it is', async () => {
    const { source } = await opened({
      instead: (_, response) => {
        response.writeHead(200);
        response.end(bytes);
        return true;
      },
    });
    await expectBytes(source, 0, 8);
    expect(await source.size()).toEqual({ ok: true, value: undefined });
    const whole = await readWhole(source, 1e6);
    expect(whole.ok && Buffer.compare(whole.value, bytes)).toBe(0);
  });

  test('is reported by as many bytes as were wanted, also while others go past', async () => {
    const { source } = await opened({ ranges: false });
    let reported = 0;
    let times = 0;
    await source.read(190_000, 1000, count => {
      reported += count;
      times++;
    });
    expect(reported).toBe(1000);
    expect(times).toBeGreaterThan(1);
  });
});

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

describe('cancelled', () => {
  test('before, and while a server is silent', async () => {
    const controller = new AbortController();
    const { source } = await opened({ instead: () => true }, { signal: controller.signal });
    const read = said(source.read(0, 8));
    controller.abort();
    expect(await read).toBe('Reading a.bin was cancelled.');
    expect(await said(source.read(0, 8))).toBe('Reading a.bin was cancelled.');
  });

  test('in the middle of the whole file', async () => {
    const controller = new AbortController();
    const { source } = await opened(
      { instead: stopsAfter(bytes.subarray(0, 500), 200_000, 'stall') },
      { signal: controller.signal },
    );
    expect(await said(source.read(0, 1000, () => controller.abort()))).toBe('Reading a.bin was cancelled.');
  });
});

test('D5 only addresses of the web are taken, and no passwords are repeated', () => {
  for (const url of ['file:///etc/passwd', 'data:,x', 'ftp://h/a', 'a.bin', '', 'blob:http://h/1', '//h/a']) {
    expect(httpSource(url), url).toMatchObject({ ok: false, reason: { id: 'import.url' } });
  }
  const named = httpSource('https://me:secret@host/a.bin');
  expect(named.ok ? '' : say(named.reason)).toMatch('“https://host/a.bin” is no address');
});

test('a file is called by the last name of its path', () => {
  expect(at('https://host/models/vgg%2019.h5?download=true#x').name).toBe('vgg 19.h5');
  expect(at('https://host').name).toBe('host');
});
