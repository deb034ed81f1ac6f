import { expect, test } from 'vitest';
import { success } from '../../src/language/result.ts';
import { readFile, staysInside } from './folder.ts';

test('D5 a path stays inside its folder or is refused', () => {
  for (const path of ['a.bin', 'group1-shard1of4.bin', 'weights/权重 1.bin', 'a(2)_b+c=d@e.bin']) {
    expect(staysInside(path), path).toBe(true);
  }
  const outside = [
    '',
    '.',
    '..',
    '../a',
    'a/../b',
    '/etc/passwd',
    'a//b',
    'a/',
    'C:\\a',
    'C:a',
    '\\\\host\\a',
    'a\\b',
  ];
  const addresses = [
    'http://host/a',
    '//host/a',
    'file:a',
    '%2e%2e/a',
    'a?b',
    'a#b',
    'a\nb',
    'a\0',
    '~/a',
    '.hidden',
  ];
  for (const path of [...outside, ...addresses, 'a'.repeat(300), 'a/'.repeat(900)]) {
    expect(staysInside(path), path).toBe(false);
  }
});

test('D5 a file over its limit is refused, whatever the reader lets through', async () => {
  const read = async () => success(new Uint8Array(11));
  expect(await readFile(read, 'a.bin', 11)).toMatchObject({ ok: true });
  expect(await readFile(read, 'a.bin', 10)).toMatchObject({
    ok: false,
    reason: { id: 'encoder.file-too-large' },
  });
});

test('R8 a reader that throws is a refusal', async () => {
  const read = async () => {
    throw new Error('the disk is gone');
  };
  expect(await readFile(read, 'a.bin', 10)).toMatchObject({
    ok: false,
    reason: { id: 'encoder.file-unreadable' },
  });
});
