import { expect, test } from 'vitest';
import { byActivity, reordered } from './channel-order.ts';

const gram = Float32Array.from([1, 2, 3, 2, 9, 4, 3, 4, 5]);

test('channels stand by how much fires in them, those that are equal by their numbers', () => {
  expect(byActivity(gram, 3)).toEqual([1, 2, 0]);
  expect(byActivity(new Float32Array(9), 3)).toEqual([0, 1, 2]);
});

test('a matrix in another order has every entry of the two channels where they cross', () => {
  const order = byActivity(gram, 3);
  const sorted = reordered(gram, order);
  expect([...sorted]).toEqual([9, 4, 2, 4, 5, 3, 2, 3, 1]);
});
