import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { crop } from './crop.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

const given = givenOf({ picture: [10, 20, 3] }, 0, 1);
const cropped = (params = {}) =>
  imageOf(
    lowerAlone(crop, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), params)
      .leaving,
  );

test('cuts a rectangle out, in parts of the sides', async () => {
  const value = cropped({ left: 0.25, top: 0.1, width: 0.5, height: 0.3 });
  const { picture = scalar(0) } = given;
  expectClose(
    await computed(value, given),
    made([3, 10, 3], (i, j, c) => at(picture, i + 1, j + 5, c)),
  );
});

test('what lies beyond the edge is left out, and a pixel remains', () => {
  const shapeOf = (params: object) =>
    inferAlone(crop, { image: { type: 'image', shape: [10, 20, 3] } }, { ...params });
  expect(shapeOf({ left: 0.75, width: 1 })).toMatchObject({ value: { image: { shape: [10, 5, 3] } } });
  expect(shapeOf({ left: 1, top: 1, width: 0, height: 0 })).toMatchObject({
    value: { image: { shape: [1, 1, 3] } },
  });
  expect(cropped({ left: 1, top: 1, width: 0, height: 0 }).shape).toEqual([1, 1, 3]);
});

test('by default it is the image itself', () => {
  expect(cropped().op.name).toBe('image');
});

test('R7 its gradient flows back to where the rectangle was', () =>
  expectGradientThrough({ kind: 'crop', params: { left: 0.3, top: 0.2, width: 0.5, height: 0.6 } }));
