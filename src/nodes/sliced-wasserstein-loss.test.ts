import { expect, test } from 'vitest';
import { Program } from '../runtime/ir/program.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { slicedWassersteinLoss } from './sliced-wasserstein-loss.ts';
import { computed } from './testing/alone.ts';
import { average, compared, dot, liveWeights, type Rows } from './testing/feature-loss.ts';

onWasm();

/** The directions of a seed, each of length 1. */
async function directionsOf(seed: number, count: number, channels: number): Promise<Rows> {
  const { data } = await computed(new Program().ir.noise({}, { shape: [count, channels], seed }), {});
  return Array.from({ length: count }, (_, k) => {
    const drawn = [...data.subarray(k * channels, (k + 1) * channels)];
    return drawn.map(value => value / Math.hypot(...drawn));
  });
}

const slice = (rows: Rows, direction: readonly number[]) =>
  rows.map(row => dot(row, direction)).sort((a, b) => b - a);

test('R7 it is the mean squared difference of sorted projections', async () => {
  const { picture, target, loss } = compared(slicedWassersteinLoss, [7, 9, 5], [9, 7, 5]);
  const directions = await directionsOf(4, 6, 5);
  const apart = directions.flatMap(direction => {
    const wanted = slice(target, direction);
    return slice(picture, direction).map((value, rank) => (value - (wanted[rank] ?? 0)) ** 2);
  });
  expect(await loss({ balance: false, directions: 6, seed: 4 })).toBeCloseTo(average(apart), 5);
  const most = average(directions.flatMap(direction => slice(target, direction).map(value => value ** 2)));
  expect(await loss({ directions: 6, seed: 4 })).toBeCloseTo(average(apart) / most, 5);
});

test('a target of another size is read at the nearest rank', async () => {
  const { picture, target, loss } = compared(slicedWassersteinLoss, [3, 5, 4], [8, 7, 4]);
  const [direction = []] = await directionsOf(1, 1, 4);
  const wanted = slice(target, direction);
  const apart = slice(picture, direction).map(
    (value, rank) => (value - (wanted[Math.floor(((rank + 0.5) * 56) / 15)] ?? 0)) ** 2,
  );
  expect(await loss({ balance: false, directions: 1 })).toBeCloseTo(average(apart), 5);
});

test('another seed looks along other directions', async () => {
  const { loss } = compared(slicedWassersteinLoss, [3, 5, 4], [8, 7, 4]);
  expect(await loss({ directions: 2, seed: 1 })).not.toBeCloseTo(await loss({ directions: 2, seed: 2 }), 4);
});

test('R3 its weights are live', () => {
  expect(compared(slicedWassersteinLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});
