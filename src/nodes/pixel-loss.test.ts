import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { pixelLoss } from './pixel-loss.ts';
import { givenOf, inferAlone, leafOf, lossesOf, lowerAlone, meanSquare, termsOf } from './testing/alone.ts';
import { expectTrueGradient } from './testing/check-gradient.ts';
import { imageLossGraph, startImage } from './testing/loss-graph.ts';

onWasm();

const given = givenOf({ picture: [5, 7, 3], target: [5, 7, 3] });
const lowered = (distance: string) =>
  lowerAlone(
    pixelLoss,
    ir => ({
      image: { type: 'image', value: leafOf(ir, given, 'picture') },
      target: { type: 'image', value: leafOf(ir, given, 'target') },
    }),
    { distance },
  ).leaving;

const [picture, target] = [given.picture?.data ?? [], given.target?.data ?? []];
const apart = Array.from(picture, (value, at) => value - (target[at] ?? 0));

test('R7 it is the mean squared or the mean absolute difference of all pixels', async () => {
  expect((await lossesOf(lowered('squared'), given)).pixels).toBeCloseTo(meanSquare(apart), 5);
  const magnitudes = apart.map(value => Math.sqrt(value * value + 1e-6));
  const absolute = magnitudes.reduce((sum, value) => sum + value, 0) / apart.length;
  expect((await lossesOf(lowered('absolute'), given)).pixels).toBeCloseTo(absolute, 5);
});

test('R3 its weight is live', () => {
  expect(termsOf(lowered('squared')).map(({ weights }) => weights)).toEqual([
    [{ node: 'alone', param: 'weight' }],
  ]);
});

test('images of different sizes are refused, with both sizes', () => {
  const refused = inferAlone(pixelLoss, {
    image: { type: 'image', shape: [7, 9, 3] },
    target: { type: 'image', shape: [9, 7, 3] },
  });
  const reason = message('image.other-size', { one: '9×7', other: '7×9' });
  expect(refused).toEqual({ ok: false, reason: { reason, port: 'target' } });
});

test.each(['squared', 'absolute'])('R7 its gradient is that of the loss (%s)', async distance => {
  await expectTrueGradient(imageLossGraph({ kind: 'pixel-loss', weight: 10, distance }), startImage);
});
