import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { at, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { takeColours } from './take-colours.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

test('the luma is the one image’s, the chroma the other’s', async () => {
  const given = givenOf({ light: [3, 7, 3], colours: [3, 7, 3] }, 0.4, 0.6);
  const { light = scalar(0), colours = scalar(0) } = given;
  const { leaving } = lowerAlone(takeColours, ir => ({
    image: { type: 'image', value: leafOf(ir, given, 'light') },
    colours: { type: 'image', value: leafOf(ir, given, 'colours') },
  }));
  const taken = await computed(imageOf(leaving), given);
  const parts = (of: typeof light, i: number, j: number) => {
    const [r, g, b] = [at(of, i, j, 0), at(of, i, j, 1), at(of, i, j, 2)];
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    return { y, cb: 0.564 * (b - y), cr: 0.713 * (r - y) };
  };
  for (const [i, j] of [
    [0, 0],
    [1, 4],
    [2, 6],
  ] as const) {
    const { y, cb, cr } = parts(taken, i, j);
    expect(y).toBeCloseTo(parts(light, i, j).y, 5);
    expect([cb, cr]).toEqual([
      expect.closeTo(parts(colours, i, j).cb, 5),
      expect.closeTo(parts(colours, i, j).cr, 5),
    ]);
  }
});

test('images of two sizes are refused', () => {
  const image = (shape: readonly [number, number, number]) => ({ type: 'image', shape }) as const;
  const refused = inferAlone(takeColours, { image: image([3, 7, 3]), colours: image([3, 6, 3]) });
  const sizes = { one: '7×3', other: '6×3' };
  expect(refused).toEqual({
    ok: false,
    reason: { reason: message('image.other-size', sizes), port: 'colours' },
  });
});

test('R7 its gradient flows to the light alone', () =>
  expectGradientThrough({ kind: 'take-colours', beside: ['colours', 'sample:colours-9x7'] }));
