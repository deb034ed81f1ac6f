import { expect, test } from 'vitest';
import type { Lowered } from '../runtime/compile/lowered.ts';
import { multiScale } from './multi-scale.ts';
import { inferAlone, lowerAlone } from './testing/alone.ts';

/** What leaves for a picture of this size: how often it is painted smaller is written on it. */
function scalesOf(shape: readonly [number, number, number], params: object): Lowered | undefined {
  const { leaving } = lowerAlone(
    multiScale,
    ir => {
      const value = ir.carried({ picture: 'p', name: 'x', shape });
      return { picture: { type: 'picture', value, start: () => value } };
    },
    { ...params },
  );
  return leaving.picture;
}

test('the picture keeps its size', () => {
  expect(inferAlone(multiScale, { picture: { type: 'picture', shape: [30, 45, 3] } })).toEqual({
    ok: true,
    value: { picture: { type: 'picture', shape: [30, 45, 3] } },
  });
});

test('scales lie a factor apart, counted from the whole down to the smallest', () => {
  const scales = (growth: string) => scalesOf([300, 400, 3], { smallest: 100, growth, first: 3 });
  expect(scales('double')).toMatchObject({
    scales: { node: 'alone', factors: [0.25, 0.5], first: 3, keepsState: true },
  });
  expect(scales('root-2')).toMatchObject({ scales: { factors: [0.25, 0.3525, 0.5, 0.7075] } });
});

test('a picture that is no larger than the smallest goes through as it came', () => {
  expect(scalesOf([60, 90, 3], { smallest: 128 })).not.toHaveProperty('scales');
});
