import { expect, test } from 'vitest';
import { each, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { addNoise } from './add-noise.ts';
import { computed, givenOf, imageOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

const given = givenOf({ picture: [30, 40, 3] }, 0.5, 0.5);
const { picture = scalar(0) } = given;
const noisy = (params = {}) =>
  imageOf(
    lowerAlone(addNoise, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), params)
      .leaving,
  );

test('adds noise of the standard deviation that was asked for, around the image', async () => {
  const { data } = await computed(noisy({ amount: 0.1, seed: 4 }), given);
  const apart = data.map((value, at) => value - (picture.data[at] ?? 0));
  const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
  const square = apart.reduce((sum, value) => sum + value ** 2, 0) / apart.length;
  expect(mean).toBeCloseTo(0, 2);
  expect(Math.sqrt(square)).toBeCloseTo(0.1, 2);
});

test('R9 the same seed draws the same grain, another one another', async () => {
  const [one, again, other] = await Promise.all([3, 3, 4].map(seed => computed(noisy({ seed }), given)));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('stays within 0 and 1; with no amount it is the image', async () => {
  const { data } = await computed(noisy({ amount: 1 }), given);
  expect([Math.min(...data), Math.max(...data)]).toEqual([0, 1]);
  expect(await computed(noisy({ amount: 0 }), given)).toEqual(each(picture, value => value));
});

test('R7 its gradient passes through', () =>
  expectGradientThrough({ kind: 'add-noise', params: { amount: 0.02 } }));
