import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { random } from '../../testing/numbers.ts';
import { onWasm } from '../../testing/on-wasm.ts';

onWasm();

const sorted = (numbers: readonly number[]) => {
  const { values, indices } = tf.topk(tf.tensor1d([...numbers]), numbers.length);
  const found = { values: [...values.dataSync()], places: [...indices.dataSync()] };
  tf.dispose([values, indices]);
  return found;
};

test('a long row comes out as JavaScript sorts it, every place once', () => {
  const numbers = [...random([20_011], 3, -100, 100).data];
  const { values, places } = sorted(numbers);
  expect(values).toEqual(numbers.toSorted((a, b) => b - a));
  expect(places.map(place => numbers[place])).toEqual(values);
  expect(new Set(places).size).toBe(numbers.length);
});

test('equal numbers keep their order; the smallest and the largest there are stand at the ends', () => {
  const tiny = 2 ** -149;
  const { values, places } = sorted([
    0,
    -tiny,
    3e38,
    0,
    Number.NEGATIVE_INFINITY,
    tiny,
    Number.POSITIVE_INFINITY,
    -3e38,
    0,
  ]);
  expect(places).toEqual([6, 2, 5, 0, 3, 8, 1, 7, 4]);
  expect(values[0]).toBe(Number.POSITIVE_INFINITY);
});

test('R8 what is no number is neither lost nor does it lose the others', () => {
  const { values, places } = sorted([1, Number.NaN, 2, Number.NaN, -1]);
  expect([...places].sort()).toEqual([0, 1, 2, 3, 4]);
  expect(values.filter(value => !Number.isNaN(value))).toEqual([2, 1, -1]);
});

test('a few of the largest are left to tfjs', () => {
  expect([...tf.topk(tf.tensor1d([3, 1, 2]), 2).values.dataSync()]).toEqual([3, 2]);
});
