import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HostTensor } from '../execute/resources.ts';
import { pixelsOf, scaledSize } from './scale-down.ts';

const picture = (height: number, width: number, value: (i: number) => number, channels = 3): HostTensor => ({
  shape: [height, width, channels],
  data: Float32Array.from({ length: height * width * channels }, (_, i) => value(i)),
});

test('a picture that is small enough stays as it is', () => {
  const { width, height, rgba } = pixelsOf(
    picture(2, 3, i => i / 17),
    100,
  );
  expect([width, height]).toEqual([3, 2]);
  expect([...rgba.slice(0, 8)]).toEqual([0, 15, 30, 255, 45, 60, 75, 255]);
});

test('the longer side becomes what was asked for, and the other follows', () => {
  expect(scaledSize([100, 200, 3], 50)).toEqual({ width: 50, height: 25 });
  expect(scaledSize([200, 100, 3], 50)).toEqual({ width: 25, height: 50 });
  expect(scaledSize([1, 4000, 3], 50)).toEqual({ width: 50, height: 1 });
  expect(scaledSize([10, 10, 3], 0)).toEqual({ width: 1, height: 1 });
});

test('a new pixel is the mean of those that it covers, also of parts of them', () => {
  const halved = pixelsOf(
    picture(1, 4, i => [0, 0, 0, 1, 1, 1, 0.2, 0.2, 0.2, 0.4, 0.4, 0.4][i] ?? 0),
    2,
  );
  expect([...halved.rgba]).toEqual(
    [128, 128, 128, 255, 77, 77, 77, 255].map(byte => expect.closeTo(byte, 0)),
  );
  // Three into two: each covers one and a half.
  const parts = pixelsOf(
    picture(1, 3, i => (i < 3 ? 1 : 0)),
    2,
  );
  expect(parts.rgba[0]).toBe(170);
  expect(parts.rgba[4]).toBe(0);
});

test('what lies outside is clipped, what is no number is black, and grey is grey', () => {
  const wild = pixelsOf(
    picture(1, 1, i => [-3, 7, Number.NaN][i] ?? 0),
    9,
  );
  expect([...wild.rgba]).toEqual([0, 255, 0, 255]);
  expect([...pixelsOf({ shape: [1, 1, 1], data: Float32Array.of(0.5) }, 9).rgba]).toEqual([
    128, 128, 128, 255,
  ]);
});

test('the mean of the picture stays', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (height, width, longest) => {
        const source = picture(height, width, i => ((i * 7919) % 101) / 101);
        const { rgba } = pixelsOf(source, longest);
        const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
        const colours = [...rgba].filter((_, i) => i % 4 !== 3);
        expect(mean(colours) / 255).toBeCloseTo(mean([...source.data]), 2);
      },
    ),
    { numRuns: 100 },
  );
});
