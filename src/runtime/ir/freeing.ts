import * as tf from '@tensorflow/tfjs-core';

/** Uses a temporary tensor and frees it, and all else but the result, at once: it lowers the peak of an op. */
export function freeing<T extends tf.Tensor, Out extends tf.Tensor>(
  temporary: T,
  use: (tensor: T) => Out,
): Out {
  const result = tf.tidy(() => use(temporary));
  temporary.dispose();
  return result;
}
