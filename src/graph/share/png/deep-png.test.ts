import sharp from 'sharp';
import { expect, test } from 'vitest';
import { someRecipe } from '../testing/shared.ts';
import { deepPng } from './deep-png.ts';
import { recipeInPng, withRecipe } from './recipe-in-png.ts';

const decoded = async (png: Uint8Array) => {
  const { data, info } = await sharp(png)
    .toColourspace('rgb16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  return { levels: [...new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2)], info };
};

test('a picture of floats keeps sixteen bits of each', async () => {
  const data = Float32Array.from({ length: 19 * 13 * 3 }, (_, at) => 0.5 + 0.5 * Math.sin(at * at));
  const png = deepPng({ shape: [13, 19, 3], data });
  const { levels, info } = await decoded(png);
  expect([info.width, info.height, info.channels]).toEqual([19, 13, 3]);
  expect(levels).toEqual([...data].map(value => Math.round(value * 65535)));
  expect((await sharp(png).metadata()).depth).toBe('ushort');
});

test('what lies outside is clipped, and what is no number is black', async () => {
  const data = Float32Array.of(-1, 2, Number.NaN, 0, 1, 0.25);
  const { levels } = await decoded(deepPng({ shape: [1, 2, 3], data }));
  expect(levels).toEqual([0, 65535, 0, 0, 65535, 16384]);
});

test('one channel is grey, and a recipe finds its place', async () => {
  const png = deepPng({ shape: [2, 2, 1], data: Float32Array.of(0, 1, 1, 0) });
  expect(await sharp(png).metadata()).toMatchObject({ width: 2, height: 2, channels: 1 });
  const painted = withRecipe(png, someRecipe);
  expect(painted.ok && recipeInPng(painted.value).ok).toBe(true);
});
