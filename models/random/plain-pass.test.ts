import { describe, expect, test } from 'vitest';
import { type Activations, convolved, maxPooled, preprocessed } from './plain-pass.ts';

const activations = (height: number, width: number, channels: number): Activations => ({
  height,
  width,
  channels,
  data: Float64Array.from({ length: height * width * channels }, (_, i) => ((i * 7) % 11) - 5),
});

/** The same in the words of its definition: each output is a sum over 3×3 positions and all inputs. */
function byDefinition(x: Activations, kernel: Float32Array, channels: number): number[] {
  const value = (row: number, column: number, channel: number): number => {
    const [inside, along] = [
      Math.min(x.height - 1, Math.max(0, row)),
      Math.min(x.width - 1, Math.max(0, column)),
    ];
    return x.data[x.channels * (inside * x.width + along) + channel] ?? Number.NaN;
  };
  return Array.from({ length: x.height * x.width * channels }, (_, i) => {
    const channel = i % channels;
    const place = Math.floor(i / channels);
    const [row, column] = [Math.floor(place / x.width), place % x.width];
    let sum = 0;
    for (let down = 0; down < 3; down++) {
      for (let across = 0; across < 3; across++) {
        for (let input = 0; input < x.channels; input++) {
          const weight = kernel[((3 * down + across) * x.channels + input) * channels + channel] ?? 0;
          sum += weight * value(row + down - 1, column + across - 1, input);
        }
      }
    }
    return Math.max(0, sum);
  });
}

describe('a convolution', () => {
  test.each([
    [5, 4, 3, 2],
    [1, 1, 2, 3],
    [2, 6, 1, 5],
  ])(
    'of %i×%i positions, %i channels to %i, is what its definition says',
    (height, width, inputs, channels) => {
      const x = activations(height, width, inputs);
      // Whole numbers: sums are exact, in any order.
      const kernel = Float32Array.from({ length: 9 * inputs * channels }, (_, i) => ((i * 5) % 7) - 3);
      expect([...convolved(x, kernel, channels).data]).toEqual(byDefinition(x, kernel, channels));
    },
  );
});

test('pooling takes the largest of four and drops an odd last row and column', () => {
  const x = { height: 3, width: 5, channels: 2, data: Float64Array.from({ length: 30 }, (_, i) => i) };
  const { height, width, channels, data } = maxPooled(x);
  expect([height, width, channels]).toEqual([1, 2, 2]);
  expect([...data]).toEqual([12, 13, 16, 17]);
});

test('preprocessing gives each colour its factor and offset', () => {
  const picture = { shape: [1, 2, 3], data: Float32Array.of(0, 0.5, 1, 1, 0.5, 0) };
  const { height, width, data } = preprocessed(picture, {
    factors: [1, 2, 4],
    offsets: [1, 0, -1],
    title: '',
  });
  expect([height, width]).toEqual([1, 2]);
  expect([...data]).toEqual([1, 1, 3, 2, 1, -1]);
});
