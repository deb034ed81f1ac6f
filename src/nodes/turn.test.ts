import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';
import { turn } from './turn.ts';

onWasm();

const given = givenOf({ picture: [3, 5, 3] }, 0, 1);
const turned = (params: object) =>
  imageOf(
    lowerAlone(turn, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), { ...params })
      .leaving,
  );
const { picture = scalar(0) } = given;

// Where the pixel comes from that stands at (i, j) afterwards, in an image 5 wide and 3 high.
test.each([
  ['right', 'none', [5, 3], (i: number, j: number) => [2 - j, i]],
  ['left', 'none', [5, 3], (i: number, j: number) => [j, 4 - i]],
  ['half', 'none', [3, 5], (i: number, j: number) => [2 - i, 4 - j]],
  ['none', 'sideways', [3, 5], (i: number, j: number) => [i, 4 - j]],
  ['none', 'upright', [3, 5], (i: number, j: number) => [2 - i, j]],
  ['right', 'sideways', [5, 3], (i: number, j: number) => [j, i]],
] as const)('turned %s and mirrored %s, every pixel is where it belongs', async (way, mirror, size, from) => {
  const [height, width] = size;
  const expected = made([height, width, 3], (i, j, c) => at(picture, ...from(i, j), c));
  expectClose(await computed(turned({ turn: way, mirror }), given), expected);
  const inferred = inferAlone(turn, { image: { type: 'image', shape: [3, 5, 3] } }, { turn: way, mirror });
  expect(inferred).toEqual({ ok: true, value: { image: { type: 'image', shape: [height, width, 3] } } });
});

test('R7 its gradient is turned back', () =>
  expectGradientThrough({ kind: 'turn', params: { turn: 'right', mirror: 'upright' } }));
