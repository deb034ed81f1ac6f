import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { ops } from '../../ir/ops/index.ts';
import { describeEachBackend } from '../../testing/backends.ts';
import { random } from '../../testing/numbers.ts';

/** The largest error, as a part of the root of the sum's terms, and of the difference from its transpose. */
async function errorsOf(height: number, width: number, channels: number) {
  const { data: features } = random([height, width, channels], height + channels);
  const positions = height * width;
  const computed = tf.tidy(() =>
    ops.gram.run(
      { features: tf.tensor(Float32Array.from(features), [height, width, channels]) },
      { divisor: 0.5 },
      [channels, channels],
    ),
  );
  const data = await computed.data();
  computed.dispose();
  let [error, asymmetry] = [0, 0];
  for (let i = 0; i < channels; i++) {
    for (let j = i; j < channels; j++) {
      let sum = 0;
      for (let at = 0; at < features.length; at += channels) {
        sum += 2 * (features[at + i] ?? 0) * (features[at + j] ?? 0);
      }
      const [above = Number.NaN, below = Number.NaN] = [data[i * channels + j], data[j * channels + i]];
      error = Math.max(error, Math.abs(above - sum) || (above === sum ? 0 : Number.POSITIVE_INFINITY));
      asymmetry = Math.max(asymmetry, Math.abs(above - below));
    }
  }
  return { error: error / Math.sqrt(positions), asymmetry };
}

describeEachBackend('a Gram matrix', () => {
  test.each([
    ['fewer positions than are loaded at once', 1, 5, 3],
    ['one channel', 7, 9, 1],
    ['channels that are no multiple of four, several slices', 31, 37, 30],
    ['one small tile', 40, 33, 32],
    ['one large tile, a slice that ends within a load', 23, 29, 64],
    ['several tiles, the last of them a few channels wide', 19, 17, 132],
    ['several tiles of odd channels', 5, 7, 199],
  ])('of %s is right, and symmetric to the bit', async (_, height, width, channels) => {
    const { error, asymmetry } = await errorsOf(height, width, channels);
    expect(error).toBeLessThan(1e-5);
    expect(asymmetry).toBe(0);
  });
}, ['webgpu']);
