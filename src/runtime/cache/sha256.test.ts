import { sha256 as inJavaScript } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test, vi } from 'vitest';
import { bytesOf, sha256, utf8 } from './sha256.ts';

// FIPS 180-4, the example of one block.
const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('it is that of the standard, however the bytes are cut', async () => {
  expect(await sha256([utf8('abc')])).toBe(ofAbc);
  expect(await sha256([utf8('a'), utf8(''), utf8('bc')])).toBe(ofAbc);
});

test('numbers in memory that is shared or belongs to others are read where they lie', async () => {
  const all = new Float32Array(new SharedArrayBuffer(32)).fill(1.5);
  const expected = bytesToHex(inJavaScript(new Uint8Array(new Float32Array(3).fill(1.5).buffer)));
  expect(await sha256([bytesOf(all.subarray(2, 5))])).toBe(expected);
});

test('it is the same where the platform has none, as on a page that is not served securely', async () => {
  vi.stubGlobal('crypto', {});
  try {
    expect(await sha256([utf8('abc')])).toBe(ofAbc);
  } finally {
    vi.unstubAllGlobals();
  }
});
