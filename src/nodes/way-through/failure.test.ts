/** R8: what fails says where, keeps the last good picture, and leaves nothing behind. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import type { Resources } from '../../runtime/execute/resources.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { eventOf, paintAll, trialResources, validated } from '../testing/trial.ts';

onWasm();

let before = { numTensors: 0, numBytes: 0 };
beforeEach(() => {
  before = tf.memory();
});
/** R5, after every failure of this file. */
afterEach(() => {
  const { numTensors, numBytes } = tf.memory();
  expect([numTensors, numBytes]).toEqual([before.numTensors, before.numBytes]);
});

/** The trial's own resources, with some of them spoilt. */
const spoiling = (
  which: (name: string) => boolean,
  spoil: (data: Float32Array) => Float32Array,
): Resources => {
  const changed = (name: string, found: ReturnType<Resources['image']>) =>
    found.ok && which(name) ? success({ ...found.value, data: spoil(found.value.data) }) : found;
  return {
    image: hash => changed(hash, trialResources.image(hash)),
    weight: (encoder, tensor) => changed(tensor, trialResources.weight(encoder, tensor)),
  };
};

const withNaN = (data: Float32Array) => data.map((value, at) => (at === 5 ? Number.NaN : value));
const pixelsOf = (reference: string) => {
  const found = trialResources.image(reference);
  return found.ok ? found.value.data : new Float32Array();
};

describe('what cannot be had', () => {
  test.each([
    ['an image', (name: string) => name === 'sample:style-20x20', 'style'],
    ['weights', (name: string) => name === 'conv2_1/kernel', 'encoder'],
  ])('R8 %s that is gone: its reason at its node', async (_, which, node) => {
    const gone = failure(message('taps.none'));
    const resources: Resources = {
      image: hash => (which(hash) ? gone : trialResources.image(hash)),
      weight: (encoder, tensor) => (which(tensor) ? gone : trialResources.weight(encoder, tensor)),
    };
    const events = await paintAll(gatys(), { resources });
    expect(events.map(({ type }) => type)).toEqual(['preparing', 'failed']);
    expect(eventOf(events, 'failed').problem).toEqual({
      severity: 'error',
      node,
      reason: message('taps.none'),
    });
  });

  test.each([
    ['an image', (name: string) => name === 'sample:style-20x20', 'style'],
    ['the picture’s start', (name: string) => name === 'sample:content-24x16', 'content'],
    ['weights', (name: string) => name === 'conv2_1/bias', 'encoder'],
  ])('R8 %s with a NaN in it is refused at its node, though a ReLU would hide it', async (_, which, node) => {
    const events = await paintAll(gatys(), { resources: spoiling(which, withNaN) });
    const reason = message('run.not-finite-input');
    expect(eventOf(events, 'failed').problem).toEqual({ severity: 'error', node, reason });
  });

  test('R8 an image of another size than it was said to have fails at its node', async () => {
    const resources = spoiling(
      name => name.startsWith('sample:style'),
      data => data.slice(3),
    );
    const { problem } = eventOf(await paintAll(gatys(), { resources }), 'failed');
    expect([problem.node, problem.reason.id]).toEqual(['style', 'run.failed']);
  });
});

const descent = { method: 'momentum', beta1: 0, iterations: 5 };

describe('numbers that overflow', () => {
  test.each([
    [
      'gradient descent',
      { ...descent, learningRate: 1e6, clamp: false },
      { weight: 1e9, weights: { relu1_1: 1e9 } },
    ],
    ['Adam', { iterations: 5, learningRate: 1e6, clamp: false }, {}],
    ['Adam, though a clamp would hide it,', { iterations: 5, learningRate: 1e6 }, {}],
  ])(
    'R8 a step of %s that leaves the range of pictures is the optimiser’s, at once',
    async (_, optimiser, styleLoss) => {
      const events = await paintAll(gatys({ optimiser, styleLoss }));
      const { problem, lastGood } = eventOf(events, 'failed');
      const reason = message('run.diverged', { iteration: 1 });
      expect(problem).toEqual({ severity: 'error', node: 'optimiser', reason });
      expect(lastGood?.iteration).toBe(0);
      expect(lastGood?.picture.data).toEqual(pixelsOf('sample:content-24x16'));
    },
  );

  test('R8 a learning rate that is raised too far on the way: the last good picture is the one before', async () => {
    const document = gatys({ optimiser: { ...descent, learningRate: 1, clamp: false } });
    const { params } = validated(document);
    let learningRate = 1;
    const events = await paintAll(document, {
      params: () => ({ ...params, optimiser: { ...params.optimiser, learningRate } }),
      wantsPicture: iteration => {
        if (iteration === 2) learningRate = 1e30;
        return true;
      },
    });
    const { problem, lastGood } = eventOf(events, 'failed');
    expect(problem).toMatchObject({ node: 'optimiser', reason: message('run.diverged', { iteration: 3 }) });
    const pictures = events.flatMap(event => (event.type === 'picture' ? [event] : []));
    expect(lastGood?.iteration).toBe(2);
    expect(lastGood?.picture).toEqual(pictures.find(({ iteration }) => iteration === 2)?.picture);
  });

  test('R8 iterations that were under way from a lost picture spoil the moments of Adam, and take no blame', async () => {
    const document = gatys({ optimiser: { iterations: 5, clamp: false } });
    const { params } = validated(document);
    const optimiser = { ...params.optimiser, learningRate: 1e30 };
    const events = await paintAll(document, { ahead: 2, params: () => ({ ...params, optimiser }) });
    const { problem, lastGood } = eventOf(events, 'failed');
    expect(problem).toMatchObject({ node: 'optimiser', reason: message('run.diverged', { iteration: 1 }) });
    expect(lastGood?.picture.data).toEqual(pixelsOf('sample:content-24x16'));
  });

  test('R8 a weight beyond all numbers is the fault of the node that has it, though a clamp would hide it', async () => {
    const nested = { node: 'styleLoss', param: 'weight' };
    for (const clamp of [true, false]) {
      const document = gatys({ optimiser: { ...descent, clamp } });
      const { params } = validated(document);
      const styleLoss = { ...params.styleLoss, [nested.param]: 1e39 };
      const events = await paintAll(document, { params: () => ({ ...params, styleLoss }) });
      const { problem, lastGood } = eventOf(events, 'failed');
      expect(problem).toMatchObject({
        node: nested.node,
        reason: message('run.not-finite', { iteration: 1 }),
      });
      expect(lastGood?.picture.data).toEqual(pixelsOf('sample:content-24x16'));
    }
  });

  test('R8 an overflow within Adam, which would only stop the picture, is told', async () => {
    const document = gatys({ optimiser: { iterations: 3 } });
    const { params } = validated(document);
    const styleLoss = { ...params.styleLoss, weight: 1e30 };
    const { problem } = eventOf(
      await paintAll(document, { params: () => ({ ...params, styleLoss }) }),
      'failed',
    );
    expect(problem).toMatchObject({ node: 'optimiser', reason: message('run.not-finite', { iteration: 1 }) });
  });

  test.each([0, 2])(
    'R8 features that overflow name the node whose value it is, and not the moments spoilt by it (ahead %i)',
    async ahead => {
      const resources = spoiling(
        name => name === 'conv1_1/kernel',
        data => data.map(value => value * 1e21),
      );
      const document = gatys({ optimiser: { iterations: 3 } });
      const { problem } = eventOf(await paintAll(document, { resources, ahead }), 'failed');
      expect(problem.reason).toEqual(message('run.not-finite', { iteration: 1 }));
      expect(['styleGram', 'pictureGram', 'styleLoss']).toContain(problem.node);
    },
  );
});

test('R8 whoever asks for pictures and throws ends the painting, and is told why', async () => {
  const wantsPicture = () => {
    throw new Error('the window is closed');
  };
  const { problem, lastGood } = eventOf(await paintAll(gatys(), { wantsPicture }), 'failed');
  expect(problem.reason).toEqual(message('run.failed', { cause: 'the window is closed' }));
  expect(lastGood?.iteration).toBe(1);
});
