import { expect, test } from 'vitest';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { relaxedTransportLoss } from './relaxed-transport-loss.ts';
import { average, compared, cosines, liveWeights, turned } from './testing/feature-loss.ts';

onWasm();

const least = (rows: number[][]) => average(rows.map(row => Math.min(...row)));

test.each([
  [
    [4, 4, 4],
    [9, 8, 4],
  ],
  [
    [9, 8, 4],
    [4, 4, 4],
  ],
] as const)('R7 of %j and %j, it is the larger of the two mean ways', async (one, other) => {
  const { picture, target, loss } = compared(relaxedTransportLoss, one, other);
  const distances = cosines(picture, target);
  const ways = [least(distances), least(turned(distances))];
  expect(ways[0]).not.toBeCloseTo(ways[1] ?? 0, 2);
  expect(await loss()).toBeCloseTo(Math.max(...ways), 5);
});

test('R3 its weights are live', () => {
  expect(compared(relaxedTransportLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});
