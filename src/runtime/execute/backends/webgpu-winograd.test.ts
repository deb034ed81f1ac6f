import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeEachBackend } from '../../testing/backends.ts';
import { type ConvolutionCase, convolutionErrorLater, errorOf } from '../../testing/convolutions.ts';
import { type Numbers, random } from '../../testing/numbers.ts';
import type { Gpu } from './webgpu-backend.ts';
import { chooseTiling, smallest, softwareTiling, tiles } from './webgpu-tiles.ts';
import { convolveByWinograd } from './webgpu-winograd.ts';

interface Layer {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outputs: number;
  readonly padding: number;
  readonly isForward: boolean;
}

/** As the forward pass asks for it, or the way back. */
const layer = (
  { height, width, channels, outputs, padding, isForward }: Layer,
  seed = 1,
): ConvolutionCase => ({
  x: random([height, width, channels], seed),
  kernel: random([3, 3, channels, outputs], seed + 1),
  bias: isForward ? random([outputs], seed + 2) : undefined,
  mask: isForward ? undefined : random([height, width, channels], seed + 3),
  padding,
  relu: isForward,
});

const odd: Layer = {
  ...{ height: 9, width: 14, channels: 36, outputs: 40 },
  ...{ padding: 1, isForward: true },
};

describeEachBackend('a convolution by Winograd’s way', () => {
  test('R7 is right for small pictures of any size and padding, forward and back', async () => {
    const winograd = ['few', 'some', 'many'] as const;
    chooseTiling(tf.backend() as Gpu, { ...softwareTiling, winograd });
    const upTo = (max: number, min = 1) => fc.integer({ min, max });
    const cases = fc
      .record({
        ...{ height: upTo(11), width: upTo(11), channels: fc.constantFrom(32, 36, 44) },
        ...{ outputs: fc.constantFrom(32, 52), padding: upTo(2, 0), isForward: fc.boolean() },
      })
      .filter(({ height, width, padding }) => Math.min(height, width) + 2 * padding > 2);
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(1e6), async (given, seed) => {
        expect(await convolutionErrorLater(layer(given, seed))).toBeLessThan(2e-5);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    chooseTiling(tf.backend() as Gpu, softwareTiling);
  });

  test('R5 R7 in bands it comes to the same, and leaves nothing in between', async () => {
    const gpu = tf.backend() as Gpu;
    const given = layer(odd);
    const as = ({ shape, data }: Numbers) => tf.tensor(Float32Array.from(data), [...shape]);
    const [x, filter, bias] = [given.x, given.kernel, given.bias].map(one => one && as(one));
    if (!x || !filter) throw new Error('There is nothing to convolve.');
    const [tile = smallest] = tiles.slice(-2);
    const before = gpu.numDataIds();
    for (const bytes of [1e8, 4 * 36 * 76 * 5]) {
      const info = convolveByWinograd(
        gpu,
        { x: { ...x, shape: [1, ...x.shape] }, filter, bias, padding: 1, relu: true },
        { tile, small: smallest, bytes },
      );
      expect(errorOf(given, (await gpu.read(info.dataId)) as Float32Array)).toBeLessThan(2e-5);
      gpu.disposeData(info.dataId);
      expect(gpu.numDataIds()).toBe(before);
    }
    tf.dispose([x, filter, bias ?? []]);
  });
}, ['webgpu']);
