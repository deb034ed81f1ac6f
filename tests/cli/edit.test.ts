/** `gramarye edit`: the built page at an address of this machine. `npm test` builds it beforehand. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, Workshop } from './workshop.ts';

const isBuilt = existsSync(new URL('../../dist/page/index.html', import.meta.url));
if (!isBuilt) console.log('gramarye edit: skipped, for the page is not built. `npm run build` builds it.');

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.open();
});
afterAll(() => workshop.close());

const addressOf = ({ process: { stdout }, finished }: Running) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    stdout?.on('data', (data: Buffer) => {
      said += data;
      const address = /http:\/\/localhost:\d+\//.exec(said);
      if (address) resolve(address[0]);
    });
    finished.then(({ stderr }) => reject(new Error(`It ended without an address: ${stderr}`)));
  });

describe.skipIf(!isBuilt)('the editor, served', () => {
  test('is there at the address that is said, isolated, and gone after Ctrl-C', async () => {
    const running = workshop.start(['edit', '--no-open', '--port', '0']);
    const address = await addressOf(running);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(page.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    const html = await page.text();
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
    expect((await fetch(`${address}${script}`)).headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${address}../package.json`)).status).toBe(404);
    running.process.kill('SIGINT');
    expect((await running.finished).code).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('says so where the port is taken, or is none', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const taken = await workshop.run('edit', '--no-open', '--port', String(port));
    other.close();
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${port} is taken.`) });
    const none = await workshop.run('edit', '--port', 'eighty');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('eighty is no port') });
    const zh = await workshop.run('edit', '--port', '70000', '--language', 'zh');
    expect(zh).toMatchObject({ code: 2, stderr: expect.stringContaining('70000 不是端口') });
  });
});
