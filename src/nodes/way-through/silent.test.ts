/** R8: a device that answers with zeros, as one may do for tensors that are too large for it. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { replaceKernel } from '../../runtime/execute/backends/replace-kernel.ts';
import { smallConvolution } from '../../runtime/ir/own-kernels.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

onWasm();

/** Every convolution whose result has more numbers than this gives zeros. */
let largest = Number.POSITIVE_INFINITY;

beforeAll(() => {
  replaceKernel<unknown>(smallConvolution, 'wasm', original => call => {
    const result = original(call);
    if (tf.util.sizeFromShape(result.shape) <= largest) return result;
    tf.engine().makeTensorFromTensorInfo(result).dispose();
    return tf.zeros(result.shape as [number, number, number]);
  });
});

beforeEach(() => {
  largest = 2000;
});

afterEach(() => {
  largest = Number.POSITIVE_INFINITY;
});

const styleOnly = (content: string) =>
  gatys({
    content,
    style: 'sample:style-12x12',
    layers: ['relu1_1'],
    contentLoss: { weight: 0 },
    variation: { weight: 0 },
  });

test('R8 zeros where features should be are noticed at once, and the node is named', async () => {
  const failed = eventOf(await paintAll(styleOnly('sample:content-40x28')), 'failed');
  expect(failed.problem.node).toBe('pictureTaps');
  expect(say(failed.problem.reason)).toMatch(/zero everywhere/);
  expect(failed.lastGood?.iteration).toBe(0);
});

test('what the device can do it does: a smaller picture is painted', async () => {
  const events = await paintAll(styleOnly('sample:content-20x16'));
  expect(events.some(({ type }) => type === 'failed')).toBe(false);
});
