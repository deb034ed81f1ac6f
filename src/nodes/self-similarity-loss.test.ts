import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { selfSimilarityLoss } from './self-similarity-loss.ts';
import { inferAlone } from './testing/alone.ts';
import { compared, cosines, latticeOf, liveWeights, type Rows } from './testing/feature-loss.ts';

onWasm();

function relative(rows: Rows): number[] {
  return cosines(rows, rows).flatMap(row => {
    const sum = row.reduce((a, b) => a + b);
    return row.map(value => value / sum);
  });
}

const expected = (picture: Rows, target: Rows) => {
  const wanted = relative(target);
  const apart = relative(picture).map((value, at) => Math.abs(value - (wanted[at] ?? 0)));
  return apart.reduce((a, b) => a + b) / picture.length;
};

test('R7 it is how much the distances between all places differ, each row’s in parts of its sum', async () => {
  const { picture, target, loss } = compared(selfSimilarityLoss, [7, 5, 4], [7, 5, 4]);
  // The magnitude is rounded at 0, by which small differences weigh a little more.
  expect(await loss()).toBeCloseTo(expected(picture, target), 3);
  const [own, theirs] = [picture, target].map(rows => latticeOf(rows, [7, 5], 4)) as [Rows, Rows];
  expect(await loss({ samples: 4 })).toBeCloseTo(expected(own, theirs), 3);
});

test('features that all are longer, or mirrored, are as similar to each other as they were', async () => {
  const { picture } = compared(selfSimilarityLoss, [7, 5, 4], [7, 5, 4]);
  expect(
    expected(
      picture.map(row => row.map(value => -3 * value)),
      picture,
    ),
  ).toBeLessThan(1e-6);
});

test('images of different sizes are refused, with both sizes', () => {
  const stack = (height: number) =>
    ({ type: 'features', from: 'vgg', layers: { relu3_1: [height, 9, 8] } }) as const;
  const reason = message('stack.other-size', { layer: 'relu3_1', picture: '9×5', target: '9×6' });
  expect(inferAlone(selfSimilarityLoss, { features: stack(5), target: stack(6) })).toEqual({
    ok: false,
    reason: { reason, port: 'target' },
  });
});

test('R3 its weights are live', () => {
  expect(compared(selfSimilarityLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});
