import { describe, expect, test } from 'vitest';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { pattern } from './pattern.ts';
import { computed, imageOf, inferAlone, lowerAlone } from './testing/alone.ts';

onWasm();

const drawn = (params: object) =>
  computed(imageOf(lowerAlone(pattern, () => ({}), { ...params }).leaving), {});
const kinds = ['clouds', 'waves', 'stripes', 'checks', 'dots'];

describe.each(kinds)('%s', kind => {
  test('are as large as was asked for, between 0 and 1, and show both colours', async () => {
    const size = { width: 65, height: 48, count: 5 };
    expect(inferAlone(pattern, {}, { pattern: kind, ...size })).toMatchObject({
      value: { image: { shape: [48, 65, 3] } },
    });
    const { shape, data } = await drawn({ pattern: kind, palette: 'sea', ...size });
    expect(shape).toEqual([48, 65, 3]);
    expect(Math.min(...data)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...data)).toBeLessThanOrEqual(1);
    const greens = data.filter((_, at) => at % 3 === 1);
    expect(Math.min(...greens)).toBeLessThan(0.35);
    expect(Math.max(...greens)).toBeGreaterThan(0.65);
  });

  test('R9 are the same for the same seed', async () => {
    const params = { pattern: kind, width: 33, height: 16, count: 3, seed: 5 };
    expect(await drawn(params)).toEqual(await drawn(params));
  });
});

test.each(['clouds', 'waves'])('%s are others for another seed', async kind => {
  const params = { pattern: kind, width: 33, height: 16, count: 3 };
  expect(await drawn({ ...params, seed: 1 })).not.toEqual(await drawn({ ...params, seed: 2 }));
});

test('upright stripes are the same in every row, and change as often as was asked for', async () => {
  const { data } = await drawn({ pattern: 'stripes', width: 128, height: 16, count: 4, angle: 0 });
  const row = (at: number) => Array.from(data.slice(at * 128 * 3, (at + 1) * 128 * 3));
  for (const [at, value] of row(7).entries()) expect(value).toBeCloseTo(row(0)[at] ?? 0, 5);
  const middle = row(0)
    .filter((_, at) => at % 3 === 1)
    .map(value => value > 0.5);
  expect(middle.filter((is, at) => at > 0 && is !== middle[at - 1]).length).toBe(8);
});
