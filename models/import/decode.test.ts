import { describe, expect, test } from 'vitest';
import { allFinite, decode, halfToNumber } from './decode.ts';

test('float16 covers zero, the smallest, ordinary numbers, the largest and what is no number', () => {
  const numbers = [
    0x0000, 0x8000, 0x0001, 0x03ff, 0x0400, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x7c00, 0xfc00, 0x7e00,
  ];
  expect(numbers.map(halfToNumber)).toEqual([
    0,
    -0,
    2 ** -24,
    1023 * 2 ** -24,
    2 ** -14,
    1,
    -2,
    0.333251953125,
    65504,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ]);
});

describe('quantised numbers are q·scale + min, rounded once to float32', () => {
  test('of 8 bits', () => {
    expect(decode(Uint8Array.of(0, 1, 255), { type: 'uint8', scale: 0.1, min: -3 })).toEqual(
      Float32Array.of(-3, 0.1 - 3, 25.5 - 3),
    );
  });

  test('of 16 bits', () => {
    const bytes = new Uint8Array(Uint16Array.of(0, 65535).buffer);
    expect(decode(bytes, { type: 'uint16', scale: 0.5, min: 1 })).toEqual(Float32Array.of(1, 32768.5));
  });
});

test('what overflows or is no number is found', () => {
  expect(allFinite(Float32Array.of(1, -2))).toBe(true);
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, 1e39]) {
    expect(allFinite(Float32Array.of(1, number))).toBe(false);
  }
});
