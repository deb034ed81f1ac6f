import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { granted, refusal } from '../../../models/testing/outcome.ts';
import { diskSource } from './disk-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'gramarye-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'net.safetensors');
writeFileSync(path, Uint8Array.of(1, 2, 3, 4, 5));

test('pieces of a file are read from where they lie, and reported as they come', async () => {
  const source = granted(await diskSource(path));
  let came = 0;
  expect(granted(await source.size())).toBe(5);
  const read = await source.read(1, 3, count => {
    came += count;
  });
  expect([...granted(read)]).toEqual([2, 3, 4]);
  expect(came).toBe(3);
  expect(source.name).toBe('net.safetensors');
  expect(source.remote).toBeUndefined();
  await source.close();
});

test('R8 a file that ends too early, even while it is read, is cut short', async () => {
  const source = granted(await diskSource(path));
  expect(refusal(await source.read(3, 3))).toContain('net.safetensors ends after 5 bytes, too early');
  truncateSync(path, 2);
  expect(refusal(await source.read(0, 5))).toContain('ends after 2 bytes');
  await source.close();
});

test('R8 a file that is not there, and a folder, are refused by their path', async () => {
  expect(refusal(await diskSource(join(folder, 'nowhere')))).toContain(`no file \`${folder}`);
  expect(refusal(await diskSource(folder))).toContain('is a folder');
});

test('a cancelled read is refused as cancelled', async () => {
  const controller = new AbortController();
  const source = granted(await diskSource(path, controller.signal));
  controller.abort();
  expect(refusal(await source.read(0, 1))).toBe('Reading net.safetensors was cancelled.');
  await source.close();
});
