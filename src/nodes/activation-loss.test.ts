import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { activationLoss } from './activation-loss.ts';
import { inferAlone } from './testing/alone.ts';
import { average, compared, liveWeights, squares } from './testing/feature-loss.ts';

onWasm();

const { picture, loss, weights } = compared(activationLoss, [7, 9, 5], [1, 1, 1]);

test('R7 of a channel, it is its mean, and of a layer its mean square, below zero', async () => {
  expect(await loss({ channel: 3 })).toBeCloseTo(-average(picture.map(row => row[3] ?? 0)), 6);
  expect(await loss({ of: 'layer' })).toBeCloseTo(-squares(picture), 5);
});

test('a channel that a layer lacks is refused, with the last that there is', () => {
  const layers = { relu1_1: [9, 14, 8], relu2_1: [4, 7, 6] } as const;
  const arriving = { features: { type: 'features', from: 'vgg', layers } } as const;
  expect(inferAlone(activationLoss, arriving, { channel: 6 })).toEqual({
    ok: false,
    reason: {
      reason: message('activation.no-channel', { layer: 'relu2_1', channels: 6, last: 5 }),
      param: 'channel',
      fix: { label: message('activation.last-channel', { last: 5 }), param: 'channel', value: 5 },
    },
  });
  expect(inferAlone(activationLoss, arriving, { channel: 6, of: 'layer' }).ok).toBe(true);
  expect(inferAlone(activationLoss, arriving, { channel: 5 }).ok).toBe(true);
});

test('R3 its weights are live', () => expect(weights()).toEqual(liveWeights));
