import { expect, test } from 'vitest';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { histogramLoss } from './histogram-loss.ts';
import { average, compared, liveWeights, squares, turned } from './testing/feature-loss.ts';

onWasm();

test('R7 it is what remains to the features whose histograms are matched', async () => {
  const { picture, target, loss } = compared(histogramLoss, [7, 9, 3], [9, 7, 3]);
  const wanted = turned(target).map(channel => channel.sort((a, b) => a - b));
  // Each feature and what the matched histogram has in its place: the target's number of the same rank.
  const apart = turned(picture).flatMap((channel, c) =>
    channel.map(value => {
      const rank = channel.filter(other => other < value).length;
      return (value - (wanted[c]?.[rank] ?? 0)) ** 2;
    }),
  );
  expect(await loss({ balance: false })).toBeCloseTo(average(apart), 5);
  expect(await loss()).toBeCloseTo(average(apart) / squares(target), 5);
});

test('images of different sizes can be compared', async () => {
  const { loss } = compared(histogramLoss, [4, 4, 3], [9, 11, 3]);
  expect(await loss()).toBeGreaterThan(0);
});

test('R3 its weights are live', () => {
  expect(compared(histogramLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});
