import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { deadLeaves } from './dead-leaves.ts';
import { builtInPicture } from './normalised-kernels.ts';

const channel = (data: Float32Array, which: number) => data.filter((_, i) => i % 3 === which);
const mean = (numbers: Float32Array) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const deviation = (numbers: Float32Array) =>
  Math.sqrt(mean(numbers.map(x => x * x)) - mean(numbers) * mean(numbers));

test('R9 the built-in picture is the same bits on every machine', () => {
  const { shape, data } = builtInPicture();
  expect(shape).toEqual([64, 64, 3]);
  expect(bytesToHex(sha256(new Uint8Array(data.buffer)))).toBe(
    '2838fc8c301a67b0a884a570a8e5d47d0ce876f895eec22336a5cde5d7cdc8c0',
  );
});

test('the built-in picture has about the colours of ImageNet’s photographs', () => {
  const { data } = builtInPicture();
  [0.485, 0.456, 0.406].forEach((wanted, which) => {
    expect(Math.abs(mean(channel(data, which)) - wanted)).toBeLessThan(0.06);
  });
  [0.229, 0.224, 0.225].forEach((wanted, which) => {
    expect(Math.abs(deviation(channel(data, which)) - wanted)).toBeLessThan(0.03);
  });
});

test('every place is covered, by colours between 0 and 1', () => {
  for (const side of [1, 2, 17]) {
    const { shape, data } = deadLeaves(side, 3);
    expect(shape).toEqual([side, side, 3]);
    expect(data.every(value => value > 0 && value < 1)).toBe(true);
  }
});

/** The root mean square of what neighbours in a row differ by, in the red of a square picture. */
function contrast(red: Float32Array): number {
  const side = Math.sqrt(red.length);
  const steps = red.map((value, i) => (i % side === 0 ? 0 : value - (red[i - 1] ?? 0)));
  return Math.sqrt(mean(steps.map(step => step * step)));
}

/** Half as high and wide, four pixels averaged to one. */
function halved(red: Float32Array): Float32Array {
  const side = Math.sqrt(red.length);
  return Float32Array.from({ length: red.length / 4 }, (_, i) => {
    const at = 2 * side * Math.floor((2 * i) / side) + 2 * (i % (side / 2));
    return [0, 1, side, side + 1].reduce((sum, step) => sum + (red[at + step] ?? 0) / 4, 0);
  });
}

test('it looks the same from afar: half as large, neighbours differ as much as before', () => {
  const near = channel(deadLeaves(256, 1).data, 0);
  const far = halved(near);
  const farther = halved(far);
  // Noise would lose half of its contrast at each step, a soft gradient would double it.
  for (const ratio of [contrast(far) / contrast(near), contrast(farther) / contrast(far)]) {
    expect(Math.abs(ratio - 1)).toBeLessThan(0.25);
  }
});

test('another seed is another picture', () => {
  expect(deadLeaves(16, 1).data).not.toEqual(deadLeaves(16, 2).data);
});
