import { describe, expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { httpSource } from './http-source.ts';
import { at, bytes, opened, said } from './testing/http-files.ts';
import { type Served, sentBy, stopsAfter } from './testing/weights-server.ts';

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
