import * as tf from '@tensorflow/tfjs-core';

/** How many pixels become one so that the longer side is at most `size`. */
export const shrinkingOf = (shape: readonly number[], size: number): number =>
  Math.max(1, Math.ceil(Math.max(shape[0] ?? 1, shape[1] ?? 1) / Math.max(1, size)));

/**
 * The means of squares of `by` × `by` positions: [H, W, C] → [⌊H / by⌋, ⌊W / by⌋, C]. What is over at the right and
 * at the bottom, less than one square, is left out.
 */
export function shrunk(x: tf.Tensor, by: number): tf.Tensor {
  const [height = 1, width = 1, channels = 1] = x.shape;
  if (by === 1) return tf.clone(x);
  const [h, w] = [Math.max(1, Math.floor(height / by)), Math.max(1, Math.floor(width / by))];
  return tf.tidy(() => {
    const whole = tf.slice(x, [0, 0, 0], [Math.min(height, h * by), Math.min(width, w * by), channels]);
    const rows = tf.mean(tf.reshape(whole, [h, -1, whole.shape[1] ?? 1, channels]), 1);
    return tf.mean(tf.reshape(rows, [h, w, -1, channels]), 2);
  });
}
