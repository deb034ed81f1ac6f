/**
 * Work for a GPU is recorded, and begins when it is submitted. Each submission costs the same, however small it
 * is; while a large one runs, nothing else of the machine is drawn.
 */
import * as tf from '@tensorflow/tfjs-core';

/**
 * Floating-point operations that are submitted without waiting for more: an iteration of VGG-19 to relu5_1 at
 * 256 pixels, a tenth of a second where a GPU does 1.4 TFLOP/s.
 */
export const enoughWork = 2 ** 37;

/** Submits what was recorded, where the backend that is open records. */
export function submit(): void {
  const backend = tf.backend() as { readonly flush?: () => void };
  backend.flush?.();
}
