import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('is the CRC of the published check value, however the bytes are parted', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(0, 4), bytes.subarray(4))).toBe(0xcbf43926);
  expect(crc32()).toBe(0);
});
