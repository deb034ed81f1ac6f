import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, both, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { blend } from './blend.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

const given = givenOf({ under: [4, 7, 3], over: [4, 7, 3], mask: [4, 7, 1] }, 0, 1);
const { under = scalar(0), over = scalar(0), mask = scalar(0) } = given;
const blended = (params: object, masked = false) =>
  imageOf(
    lowerAlone(
      blend,
      ir => ({
        under: { type: 'image', value: leafOf(ir, given, 'under') },
        over: { type: 'image', value: leafOf(ir, given, 'over') },
        ...(masked && { mask: { type: 'mask', value: leafOf(ir, given, 'mask') } }),
      }),
      { ...params },
    ).leaving,
  );

const modes = {
  normal: (_: number, b: number) => b,
  multiply: (a: number, b: number) => a * b,
  screen: (a: number, b: number) => 1 - (1 - a) * (1 - b),
  overlay: (a: number, b: number) => (a <= 0.5 ? 2 * a * b : 1 - 2 * (1 - a) * (1 - b)),
  add: (a: number, b: number) => Math.min(1, a + b),
  difference: (a: number, b: number) => Math.abs(a - b),
  lighten: Math.max,
  darken: Math.min,
};

test.each(Object.entries(modes))('%s is that of painting programs', async (mode, of) => {
  expectClose(await computed(blended({ mode, amount: 1 }), given), both(under, over, of));
});

test('as much of it as the amount says, and only where the mask is', async () => {
  const expected = made(
    [4, 7, 3],
    (i, j, c) => at(under, i, j, c) + 0.3 * at(mask, i, j, 0) * (at(over, i, j, c) - at(under, i, j, c)),
  );
  expectClose(await computed(blended({ amount: 0.3 }, true), given), expected);
});

test('a mask of another size is refused', () => {
  const image = { type: 'image', shape: [4, 7, 3] } as const;
  const refused = inferAlone(blend, { under: image, over: image, mask: { type: 'mask', shape: [4, 6, 1] } });
  const sizes = { one: '7×4', other: '6×4' };
  expect(refused).toEqual({
    ok: false,
    reason: { reason: message('image.other-size', sizes), port: 'mask' },
  });
});

test.each(Object.keys(modes))('R7 the gradient of %s is that of the loss', mode =>
  expectGradientThrough({
    kind: 'blend',
    params: { mode, amount: 0.6 },
    input: 'under',
    beside: ['over', 'sample:over-9x7'],
  }),
);
