import { expect, test } from 'vitest';
import { made, type Numbers } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { mask } from './mask.ts';
import { computed, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';

onWasm();

/** Dark on the left, bright on the right; red above, blue below. */
const image = made([8, 16, 3], (i, j, c) => {
  const light = (j + 0.5) / 16;
  return c === 1 ? 0.3 * light : (c === 0) === i < 4 ? light : 0.1 * light;
});
const grey = made([8, 16, 3], (_, j) => (j + 0.5) / 16);

async function masked(of: Numbers, params: object): Promise<Numbers> {
  const { leaving } = lowerAlone(
    mask,
    ir => ({ image: { type: 'image', value: leafOf(ir, { of }, 'of') } }),
    {
      feather: 0,
      ...params,
    },
  );
  if (leaving.mask?.type !== 'mask') throw new Error('No mask leaves it.');
  return computed(leaving.mask.value, { of });
}

const row = ({ data }: Numbers, at = 0) => Array.from(data.slice(at * 16, (at + 1) * 16));

test('by luminance the bright side is in, with a soft edge', async () => {
  const values = row(await masked(grey, { low: 0.5 }));
  expect(values.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(values.slice(9)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(values[7]).toBeCloseTo(0.5 - 10 / 32, 4);
});

test('within a range, and inverted', async () => {
  const range = { low: 0.25, high: 0.75 };
  const inside = row(await masked(grey, range));
  expect([inside[1], inside[8], inside[14]]).toEqual([0, 1, 0]);
  const outside = row(await masked(grey, { ...range, invert: true }));
  for (const [at, value] of outside.entries()) expect(value).toBeCloseTo(1 - (inside[at] ?? 0), 5);
});

test('by colour, where there is more of it than of the others', async () => {
  const red = await masked(image, { from: 'red', low: 0.3 });
  const blue = await masked(image, { from: 'blue', low: 0.3 });
  expect([row(red, 1)[15], row(red, 6)[15]]).toEqual([1, 0]);
  expect([row(blue, 1)[15], row(blue, 6)[15]]).toEqual([0, 1]);
});

test('everything is in while the range is open', async () => {
  const { data } = await masked(grey, { low: -0.1, high: 1.1 });
  expect(data.every(value => value === 1)).toBe(true);
});

test('feathered, the edge is wider, and the region as large as before', async () => {
  const sharp = row(await masked(grey, { low: 0.5 }));
  const soft = row(await masked(grey, { low: 0.5, feather: 0.25 }));
  const between = (values: number[]) => values.filter(value => value > 0.01 && value < 0.99).length;
  expect(between(soft)).toBeGreaterThan(between(sharp) + 2);
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  expect(total(soft)).toBeCloseTo(total(sharp), 1);
});

test('is of one channel, and of the image’s size', () => {
  const inferred = inferAlone(mask, { image: { type: 'image', shape: [5, 9, 3] } });
  expect(inferred).toEqual({ ok: true, value: { mask: { type: 'mask', shape: [5, 9, 1] } } });
});

test('painted, the mask is what is white in the picture, stretched over the image, and as it is inside', async () => {
  const { leaving } = lowerAlone(
    mask,
    ir => ({ image: { type: 'image', value: leafOf(ir, { of: grey }, 'of') } }),
    { from: 'painted', painted: 'sample:painted-4x2', feather: 0, low: 0.9 },
  );
  if (leaving.mask?.type !== 'mask') throw new Error('No mask leaves it.');
  const painted = made([2, 4, 3], (_, j) => [0, 0.5, 1, 1][j] ?? 0);
  const values = row(await computed(leaving.mask.value, { of: grey, 'sample:painted-4x2': painted }));
  expect(values).toHaveLength(16);
  expect([values[0], values[5], values[15]]).toEqual([0, expect.closeTo(0.4375, 4), expect.closeTo(1, 4)]);
});

test('by brush, before anything was painted, it says what to do', () => {
  const inferred = inferAlone(mask, { image: { type: 'image', shape: [5, 9, 3] } }, { from: 'painted' });
  expect(inferred).toMatchObject({
    ok: false,
    reason: { param: 'painted', reason: { id: 'mask.not-painted' } },
  });
});
