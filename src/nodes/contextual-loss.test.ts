import { expect, test } from 'vitest';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { contextualLoss } from './contextual-loss.ts';
import {
  average,
  compared,
  cosines,
  latticeOf,
  liveWeights,
  type Rows,
  turned,
} from './testing/feature-loss.ts';

onWasm();

function contextual(picture: Rows, target: Rows, bandwidth: number): number {
  const centre = turned(target).map(average);
  const centred = (rows: Rows) => rows.map(row => row.map((value, c) => value - (centre[c] ?? 0)));
  const similar = cosines(centred(picture), centred(target)).map(row => {
    const weights = row.map(value => Math.exp((1 - value / (Math.min(...row) + 1e-5)) / bandwidth));
    return weights.map(weight => weight / weights.reduce((a, b) => a + b));
  });
  return -Math.log(average(turned(similar).map(column => Math.max(...column))));
}

test.each([0.2, 0.5])('R7 it is −log of how well each feature is found (bandwidth %d)', async bandwidth => {
  const { picture, target, loss } = compared(contextualLoss, [9, 7, 4], [6, 11, 4]);
  expect(await loss({ bandwidth })).toBeCloseTo(contextual(picture, target, bandwidth), 4);
});

test('R7 of a layer that is larger, a lattice of samples is compared', async () => {
  const { picture, target, loss } = compared(contextualLoss, [9, 7, 4], [6, 11, 4]);
  const [own, theirs] = [latticeOf(picture, [9, 7], 5), latticeOf(target, [6, 11], 5)];
  expect(await loss({ samples: 5 })).toBeCloseTo(contextual(own, theirs, 0.5), 4);
});

test('R3 its weights are live', () => {
  expect(compared(contextualLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});
