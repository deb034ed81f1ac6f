import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { openForTest } from '../../../src/runtime/testing/backends.ts';
import { openPreset } from './preset.ts';
import { timeSteps } from './time-steps.ts';
import { tinySources } from './tiny-sources.ts';

test('steps are timed by op and shape, the longest first, and nothing is left behind', async () => {
  const backend = await openForTest('wasm');
  const before = tf.memory().numTensors;
  const steps = await timeSteps({ backend, sources: tinySources() }, await openPreset(48), 1);
  expect(tf.memory().numTensors).toBe(before);
  backend.dispose();

  const times = steps.map(({ milliseconds }) => milliseconds);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  const convolutions = steps.filter(({ op, when }) => op === 'conv2d' && when === 'each iteration');
  expect(convolutions.map(({ shape }) => shape.join('×'))).toContain('36×48×3');
  expect(steps.filter(({ op }) => op === 'upload')).toMatchObject([{ when: 'once', shape: [] }]);
  expect(steps.some(({ op, when }) => op === 'resample' && when === 'once')).toBe(true);
});
