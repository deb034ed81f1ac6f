import { expect, test } from 'vitest';
import { safetensorsHeader, writeSafetensors } from './write.ts';

const joined = (chunks: readonly Uint8Array[]): Buffer => Buffer.concat(chunks);

test('a file is the length of its header, the header, and the numbers', () => {
  const tensors = new Map([
    ['a', { shape: [2], data: Float32Array.of(1, -2) }],
    ['b', { shape: [], data: Float32Array.of(0.5) }],
  ]);
  const file = joined(writeSafetensors(tensors, { network: 'tiny' }));
  const length = Number(file.readBigUInt64LE(0));
  expect(JSON.parse(file.subarray(8, 8 + length).toString('utf8'))).toEqual({
    __metadata__: { network: 'tiny' },
    a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
    b: { dtype: 'F32', shape: [], data_offsets: [8, 12] },
  });
  expect(file.length).toBe(8 + length + 12);
  expect([0, 4, 8].map(at => file.readFloatLE(8 + length + at))).toEqual([1, -2, 0.5]);
});

test('the numbers are aligned, however long the names are', () => {
  for (let length = 1; length < 20; length++) {
    const header = safetensorsHeader([{ name: 'x'.repeat(length), dtype: 'F32', shape: [1], bytes: 4 }]);
    expect(header.length % 8, `a name of ${length}`).toBe(0);
  }
});

test('a view of a larger buffer is written as the view', () => {
  const data = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
  const file = joined(writeSafetensors(new Map([['a', { shape: [2], data }]])));
  expect([file.readFloatLE(file.length - 8), file.readFloatLE(file.length - 4)]).toEqual([1, 2]);
});

test('a name that JavaScript would sort first, or take for a prototype, stays a name', () => {
  const one = { shape: [1], data: Float32Array.of(1) };
  const file = joined(writeSafetensors(new Map(Object.entries({ a: one, ['__proto__']: one }))));
  expect(file.toString('latin1')).toContain('"__proto__":{"dtype"');
});
