import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onWasm } from '../../testing/on-wasm.ts';
import { peakBytes } from '../../testing/peak-bytes.ts';

onWasm();

test('a clone takes no memory, and R5 what it shows lives as long as the last of them', () => {
  const numbers = tf.tensor1d([1, 2, 3]);
  const { result: clone, peak } = peakBytes(() => tf.clone(numbers));
  expect(peak).toBe(0);
  const { numDataBuffers } = tf.memory();
  numbers.dispose();
  const other = tf.tensor1d([4, 5, 6]);
  expect([...clone.dataSync()]).toEqual([1, 2, 3]);
  clone.dispose();
  expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
  expect([...other.dataSync()]).toEqual([4, 5, 6]);
  other.dispose();
  expect(tf.memory().numDataBuffers).toBe(numDataBuffers - 1);
});
