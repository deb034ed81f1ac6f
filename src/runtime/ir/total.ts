import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from './value.ts';

/** Rows that {@link total} adds up on their own first. */
const rowsOf = (shape: Shape): number => (shape.length > 1 ? (shape[0] ?? 1) : 1);

/**
 * The sum of all elements, row by row and then over the rows: a single long sum in float32 loses digits on
 * wasm and keeps all but one workgroup of a GPU idle.
 */
export const total = (x: tf.Tensor): tf.Tensor =>
  x.rank > 1 ? tf.sum(tf.sum(tf.reshape(x, [rowsOf(x.shape), -1]), 1)) : tf.sum(x);
