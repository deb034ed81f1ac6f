import { expect, test } from 'vitest';
import { viridis } from './viridis.ts';

const bytes = (number: number) => [...viridis(Float32Array.of(number))].map(part => Math.round(255 * part));

test('from dark violet over green to yellow, clipped at both ends', () => {
  expect([-1, 0].map(bytes)).toEqual([bytes(0), [0x44, 0x01, 0x54]]);
  expect([1, 7].map(bytes)).toEqual([[0xfd, 0xe7, 0x25], bytes(1)]);
  // Between its ten colours it is as near as the eye can tell to matplotlib's 256.
  expect(bytes(0.5)).toEqual([0x21, 0x91, 0x8c].map(part => expect.closeTo(part, -1)));
});

test('more is lighter', () => {
  const lights = Array.from({ length: 101 }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = viridis(Float32Array.of(i / 100));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(lights).toEqual(lights.toSorted((a, b) => a - b));
  expect(new Set(lights).size).toBe(101);
});
