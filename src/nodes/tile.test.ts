import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';
import { tile } from './tile.ts';

onWasm();

const given = givenOf({ picture: [3, 5, 3] }, 0, 1);
const { picture = scalar(0) } = given;
const tiled = (params: object) =>
  imageOf(
    lowerAlone(tile, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), { ...params })
      .leaving,
  );

test('repeats an image across and down', async () => {
  const expected = made([6, 15, 3], (i, j, c) => at(picture, i % 3, j % 5, c));
  expectClose(await computed(tiled({ across: 3, down: 2 }), given), expected);
});

test('mirrored, every copy meets its neighbour at the same edge', async () => {
  const folded = (at: number, size: number) =>
    Math.floor(at / size) % 2 === 0 ? at % size : size - 1 - (at % size);
  const expected = made([6, 10, 3], (i, j, c) => at(picture, folded(i, 3), folded(j, 5), c));
  expectClose(await computed(tiled({ across: 2, down: 2, mirror: true }), given), expected);
});

test('is as large as all its copies', () => {
  const inferred = inferAlone(tile, { image: { type: 'image', shape: [3, 5, 3] } }, { across: 8, down: 1 });
  expect(inferred).toEqual({ ok: true, value: { image: { type: 'image', shape: [3, 40, 3] } } });
});

test('R7 its gradient is the sum over all copies', () =>
  expectGradientThrough({ kind: 'tile', params: { across: 3, down: 2, mirror: true } }));
