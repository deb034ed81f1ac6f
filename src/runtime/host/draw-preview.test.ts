import { expect, test } from 'vitest';
import type { HostTensor } from '../execute/resources.ts';
import { drawPreview } from './draw-preview.ts';
import { viridis } from './viridis.ts';

const tensor = (shape: readonly number[], numberAt: (index: number) => number): HostTensor => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => numberAt(i)),
});

/** The colours of [height, width, 3], pixel by pixel, as the numbers that they stand for. */
function numbersOf({ data }: HostTensor): number[] {
  const steps = Array.from({ length: 1001 }, (_, i) => i / 1000);
  const known = viridis(Float32Array.from(steps));
  const distance = (pixel: number, step: number) =>
    [0, 1, 2].reduce((sum, c) => sum + Math.abs((data[3 * pixel + c] ?? 0) - (known[3 * step + c] ?? 0)), 0);
  return Array.from({ length: data.length / 3 }, (_, pixel) => {
    let best = 0;
    for (let step = 1; step < steps.length; step++)
      if (distance(pixel, step) < distance(pixel, best)) best = step;
    return steps[best] ?? 0;
  });
}

const near = (numbers: readonly number[]) => numbers.map(number => expect.closeTo(number, 2));

test('where features are active is light, by the strongest place', () => {
  const drawn = drawPreview({ look: 'mean', numbers: tensor([1, 4], i => 10 * i) }, 64);
  expect(drawn.shape).toEqual([1, 4, 3]);
  expect(numbersOf(drawn)).toEqual(near([0, 1 / 3, 2 / 3, 1]));
});

test('a matrix is drawn by its signed roots: small numbers are still seen, and signs are told apart', () => {
  const drawn = drawPreview({ look: 'matrix', numbers: tensor([2, 2], i => [100, 1, 0, 25][i] ?? 0) }, 64);
  expect(numbersOf(drawn)).toEqual(near([1, 0.1, 0, 0.5]));
  const signed = drawPreview({ look: 'matrix', numbers: tensor([1, 3], i => [-100, 0, 100][i] ?? 0) }, 64);
  expect(numbersOf(signed)).toEqual(near([0, 0.5, 1]));
});

test('a large matrix is averaged to 128 cells along a side', () => {
  const ramp = tensor([512, 512], i => (Math.floor(i / 512) / 511) ** 2);
  const drawn = drawPreview({ look: 'matrix', numbers: ramp }, 256);
  expect(drawn.shape).toEqual([128, 128, 3]);
  const firstOfRows = numbersOf({ shape: [128, 1, 3], data: drawn.data.filter((_, i) => i % 384 < 3) });
  expect([firstOfRows[0], firstOfRows[64], firstOfRows[127]]).toEqual(near([0.003, 0.506, 1]));
});

test('channels stand side by side, each by its own largest number', () => {
  const numbers = tensor([1, 1, 3], i => [5, 50, 0][i] ?? 0);
  const drawn = drawPreview({ look: 'channels', numbers }, 64);
  expect(drawn.shape).toEqual([2, 2, 3]);
  expect(numbersOf(drawn).slice(0, 3)).toEqual(near([1, 1, 0]));
  expect([...drawn.data.slice(9)]).toEqual([0, 0, 0]);
});

test('a photograph is made smaller without looking at each of its pixels, and looks the same', () => {
  const photograph = tensor([400, 800, 3], i => (Math.floor(i / 3) % 800) / 799);
  const drawn = drawPreview({ look: 'image', numbers: photograph }, 16);
  expect(drawn.shape).toEqual([8, 16, 3]);
  const row = Array.from({ length: 16 }, (_, x) => drawn.data[3 * x] ?? 0);
  expect(row).toEqual(row.map((_, x) => expect.closeTo((x + 0.5) / 16, 1)));
});

test('nothing but zeros is dark', () => {
  expect(numbersOf(drawPreview({ look: 'mean', numbers: tensor([2, 2], () => 0) }, 8))).toEqual([0, 0, 0, 0]);
});
