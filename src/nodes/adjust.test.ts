import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, each, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { adjust } from './adjust.ts';
import { hueTurn, luma } from './colour-matrix.ts';
import { computed, givenOf, imageOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

const given = givenOf({ picture: [4, 5, 3] }, 0.2, 0.8);
const { picture = scalar(0) } = given;
const adjusted = (params = {}) =>
  imageOf(
    lowerAlone(adjust, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), params)
      .leaving,
  );
const lumaAt = (of: typeof picture, i: number, j: number) =>
  luma.reduce((sum, share, c) => sum + share * at(of, i, j, c), 0);

test('by default nothing is done', () => {
  expect(adjusted().op.name).toBe('image');
});

test('contrast turns about middle grey, brightness is added, and both stay within 0 and 1', async () => {
  const expected = each(picture, value => Math.min(1, Math.max(0, (value - 0.5) * 2 + 0.5 + 0.1)));
  expectClose(await computed(adjusted({ contrast: 2, brightness: 0.1 }), given), expected);
});

test('without saturation each pixel is its luma', async () => {
  const expected = made([4, 5, 3], (i, j) => lumaAt(picture, i, j));
  expectClose(await computed(adjusted({ saturation: 0 }), given), expected);
});

test('a turn of hue keeps the luma, and three thirds of it bring every colour back', async () => {
  const turned = await computed(adjusted({ hue: 40 }), given);
  for (const i of [0, 3])
    for (const j of [0, 4]) expect(lumaAt(turned, i, j)).toBeCloseTo(lumaAt(picture, i, j), 5);
  const third = hueTurn(120);
  const moved = ([r, g, b]: readonly number[]) =>
    [0, 1, 2].map(c =>
      [r, g, b].reduce((sum: number, value = 0, row) => sum + value * (third[row]?.[c] ?? 0), 0),
    );
  const [red = 0, green = 0, blue = 0] = moved([0.9, 0.1, 0.1]);
  expect(green).toBeGreaterThan(Math.max(red, blue));
  for (const [at, value] of moved(moved(moved([0.7, 0.4, 0.2]))).entries()) {
    expect(value).toBeCloseTo([0.7, 0.4, 0.2][at] ?? 0, 9);
  }
});

test('R7 its gradient is that of all of them together', () =>
  expectGradientThrough({
    kind: 'adjust',
    params: { saturation: 1.3, hue: 25, contrast: 0.8, brightness: 0.05 },
  }));
