import { test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { luminance } from './luminance.ts';
import { computed, givenOf, imageOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

test('each channel is the luma of BT.601', async () => {
  const given = givenOf({ picture: [3, 7, 3] }, 0, 1);
  const { picture = scalar(0) } = given;
  const { leaving } = lowerAlone(luminance, ir => ({
    image: { type: 'image', value: leafOf(ir, given, 'picture') },
  }));
  const expected = made(
    [3, 7, 3],
    (i, j) => 0.299 * at(picture, i, j, 0) + 0.587 * at(picture, i, j, 1) + 0.114 * at(picture, i, j, 2),
  );
  expectClose(await computed(imageOf(leaving), given), expected);
});

test('R7 its gradient is weighed likewise', () => expectGradientThrough({ kind: 'luminance' }));
