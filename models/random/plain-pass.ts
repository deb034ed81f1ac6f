/**
 * A forward pass in plain loops and double precision, every sum in one order: slow beside a backend, and the
 * same bits on every machine. For a small picture, to see what weights do before anyone runs them.
 */
import type { EncoderFacts } from '../../src/graph/wire.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

/** [height, width, channels]. */
export interface Activations {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float64Array;
}

/** What the first layer sees of `picture` ([height, width, 3], RGB, 0 to 1). */
export function preprocessed(
  { shape: [height = 0, width = 0], data }: HostTensor,
  { factors, offsets }: EncoderFacts['preprocessing'],
): Activations {
  const seen = Float64Array.from(data, (value, i) => value * (factors[i % 3] ?? 0) + (offsets[i % 3] ?? 0));
  return { height, width, channels: 3, data: seen };
}

/**
 * max(0, `kernel` ∗ x), `kernel` [3, 3, in, `channels`]. What lies beyond the border repeats it: with zeros
 * there, a small picture would be all border to the deep layers, and quieter than any that one paints.
 */
export function convolved(x: Activations, kernel: Float32Array, channels: number): Activations {
  const { height, width } = x;
  const data = new Float64Array(height * width * channels);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to = channels * (row * width + column);
      for (let position = 0; position < 9; position++) {
        const across = within(width, column + (position % 3) - 1);
        const down = within(height, row + Math.floor(position / 3) - 1);
        const from = x.channels * (down * width + across);
        for (let input = 0; input < x.channels; input++) {
          const factor = x.data[from + input] ?? 0;
          // Half of all activations are silent.
          if (factor !== 0)
            addRow(data, to, factor, kernel, channels * (position * x.channels + input), channels);
        }
      }
    }
  }
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, data[i] ?? 0);
  return { height, width, channels, data };
}

const within = (extent: number, at: number): number => Math.min(extent - 1, Math.max(0, at));

/** sums[to + i] += factor · weights[from + i]: where nearly all of the time goes. */
function addRow(
  sums: Float64Array,
  to: number,
  factor: number,
  weights: Float32Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) sums[to + i] = (sums[to + i] ?? 0) + factor * (weights[from + i] ?? 0);
}

/** The largest of each 2×2 positions; an odd last row or column is dropped. */
export function maxPooled({ height, width, channels, data }: Activations): Activations {
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const pooled = new Float64Array(rows * columns * channels);
  const below = width * channels;
  for (let i = 0; i < pooled.length; i++) {
    const channel = i % channels;
    const place = (i - channel) / channels;
    const column = place % columns;
    const from = channels * (2 * ((place - column) / columns) * width + 2 * column) + channel;
    pooled[i] = Math.max(
      data[from] ?? 0,
      data[from + channels] ?? 0,
      data[from + below] ?? 0,
      data[from + below + channels] ?? 0,
    );
  }
  return { height: rows, width: columns, channels, data: pooled };
}
