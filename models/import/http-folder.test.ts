import { describe, expect, test } from 'vitest';
import { granted, refusal } from '../testing/outcome.ts';
import { httpFolder } from './http-folder.ts';
import { httpSource } from './http-source.ts';
import { type Served, serve } from './testing/weights-server.ts';

const text = (words: string): Served => ({ bytes: new TextEncoder().encode(words) });

const answering = (status: number, type = 'text/plain'): Served => ({
  bytes: new Uint8Array(),
  instead: (_, response) => {
    response.writeHead(status, { 'content-type': type }).end('no');
    return true;
  },
});

async function folderOf(files: Readonly<Record<string, Served>>, model = '/vgg/net.json?token=1') {
  const { origin, asked } = await serve(files);
  return { read: httpFolder(`${origin}${model}`, url => httpSource(url)), asked };
}

const readText = async (read: ReturnType<typeof httpFolder>, path: string): Promise<string> =>
  new TextDecoder().decode(granted(await read(path, 100)));

describe('a folder on the web', () => {
  test('is what lies beside its model, whatever that is called', async () => {
    const { read } = await folderOf({ '/vgg/net.json': text('{}'), '/vgg/a.bin': text('weights') });
    expect(await readText(read, 'model.json')).toBe('{}');
    expect(await readText(read, 'a.bin')).toBe('weights');
  });

  test('may have folders, and names that an address would take for more', async () => {
    const { read, asked } = await folderOf({ '/vgg/w/a%20(1)%2B%40.bin': text('weights') });
    expect(await readText(read, 'w/a (1)+@.bin')).toBe('weights');
    expect(asked.map(({ path }) => path)).toEqual(['/vgg/w/a%20(1)%2B%40.bin']);
  });

  test('R8 says what is missing, and what may not be read', async () => {
    const { read } = await folderOf({
      '/vgg/secret.bin': answering(403),
      '/vgg/page.bin': answering(200, 'text/html'),
    });
    expect(refusal(await read('a.bin', 100))).toBe('There is no file a.bin.');
    expect(refusal(await read('secret.bin', 100))).toMatch('does not give secret.bin to everybody');
    expect(refusal(await read('page.bin', 100))).toMatch('sent a web page in place of page.bin');
    expect(refusal(await read('model.json', 100))).toMatch(/^127\S+ has no net\.json\. Check the address\.$/);
  });

  test.each([answering(404), answering(403), answering(200, 'text/html')])(
    'need not state its preprocessing, however a server says so',
    async given => {
      const { read } = await folderOf({ '/vgg/preprocessing.json': given });
      expect(await read('preprocessing.json', 100)).toMatchObject({
        ok: false,
        reason: { id: 'encoder.file-missing' },
      });
    },
  );

  test('D5 gives no file over its limit', async () => {
    const { read } = await folderOf({ '/vgg/a.bin': text('x'.repeat(101)) });
    expect(refusal(await read('a.bin', 100))).toBe('a.bin is larger than the 100 bytes that it may have.');
  });
});
