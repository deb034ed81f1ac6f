import { expect, test } from 'vitest';
import { both, type Numbers, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { matchColours } from './match-colours.ts';
import { computed, givenOf, imageOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

// Narrow, so that nothing is cut off at 0 or 1.
const given = {
  ...givenOf({ picture: [9, 7, 3], other: [11, 5, 3] }, 0.35, 0.45),
};
const { picture = scalar(0), other = scalar(0) } = given;
/** Channels that go together, so that the covariance is no diagonal. */
const mixed = (of: Numbers): Numbers => ({
  shape: of.shape,
  data: of.data.map((value, at) => (at % 3 === 0 ? value : 0.6 * value + 0.5 * (of.data[at - 1] ?? 0))),
});
const images = { picture: mixed(picture), other: mixed(other) };

const matched = (params: object) =>
  imageOf(
    lowerAlone(
      matchColours,
      ir => ({
        image: { type: 'image', value: leafOf(ir, images, 'picture') },
        like: { type: 'image', value: leafOf(ir, images, 'other') },
      }),
      { ...params },
    ).leaving,
  );

function momentsOf({ data }: Numbers) {
  const count = data.length / 3;
  const pixel = (at: number) => [0, 1, 2].map(c => data[3 * at + c] ?? 0);
  const pixels = Array.from({ length: count }, (_, at) => pixel(at));
  const mean = [0, 1, 2].map(c => pixels.reduce((sum, each) => sum + (each[c] ?? 0), 0) / count);
  const covariance = [0, 1, 2].flatMap(i =>
    [0, 1, 2].map(
      j =>
        pixels.reduce(
          (sum, each) => sum + ((each[i] ?? 0) - (mean[i] ?? 0)) * ((each[j] ?? 0) - (mean[j] ?? 0)),
          0,
        ) / count,
    ),
  );
  return { mean, covariance };
}

test.each(['symmetric', 'cholesky'])('by %s mean and covariance become the other’s', async method => {
  const { mean, covariance } = momentsOf(await computed(matched({ method }), images));
  const goal = momentsOf(images.other);
  for (const c of [0, 1, 2]) expect(mean[c]).toBeCloseTo(goal.mean[c] ?? 0, 4);
  // A hundred-thousandth is added to each variance, of some thousandth.
  for (const at of covariance.keys()) {
    expect(Math.abs((covariance[at] ?? 0) - (goal.covariance[at] ?? 0))).toBeLessThan(3e-5);
  }
});

test('each channel alone, means and deviations become the other’s, and channels keep how they go together', async () => {
  const { mean, covariance } = momentsOf(await computed(matched({ method: 'channels' }), images));
  const [goal, own] = [momentsOf(images.other), momentsOf(images.picture)];
  const correlation = (of: number[]) => (of[1] ?? 0) / Math.sqrt((of[0] ?? 0) * (of[4] ?? 0));
  for (const c of [0, 1, 2]) {
    expect(mean[c]).toBeCloseTo(goal.mean[c] ?? 0, 4);
    expect(Math.abs((covariance[4 * c] ?? 0) - (goal.covariance[4 * c] ?? 0))).toBeLessThan(3e-5);
  }
  expect(correlation(covariance)).toBeCloseTo(correlation(own.covariance), 2);
});

test('by Cholesky’s factor red depends on red alone', async () => {
  const result = await computed(matched({ method: 'cholesky' }), images);
  const reds = (of: Numbers) => of.data.filter((_, at) => at % 3 === 0);
  const [before, after] = [reds(images.picture), reds(result)];
  const slope = ((after[1] ?? 0) - (after[0] ?? 0)) / ((before[1] ?? 0) - (before[0] ?? 0));
  for (const [at, value] of after.entries()) {
    expect(value).toBeCloseTo((after[0] ?? 0) + slope * ((before[at] ?? 0) - (before[0] ?? 0)), 4);
  }
});

test('half of it is half way', async () => {
  const whole = await computed(matched({}), images);
  const half = await computed(matched({ amount: 0.5 }), images);
  const expected = both(images.picture, whole, (a, b) => 0.5 * (a + b));
  for (const [at, value] of half.data.entries()) expect(value).toBeCloseTo(expected.data[at] ?? 0, 4);
});

test.each(['symmetric', 'cholesky', 'channels'])(
  'R7 its gradient goes through the statistics, too (%s)',
  method =>
    expectGradientThrough({
      kind: 'match-colours',
      params: { method },
      beside: ['like', 'sample:like-12x5'],
    }),
);
