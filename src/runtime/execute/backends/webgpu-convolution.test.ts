import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasKernel, maskedConvolution } from '../../ir/own-kernels.ts';
import { describeEachBackend, openForTest } from '../../testing/backends.ts';
import {
  type ConvolutionCase,
  convolutionErrorLater,
  convolved,
  convolveLater,
} from '../../testing/convolutions.ts';
import { made, random } from '../../testing/numbers.ts';
import type { Gpu } from './webgpu-backend.ts';
import { type Amount, chooseTiling, narrow, softwareTiling, type Tile, tiles } from './webgpu-tiles.ts';

interface Layer {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outputs: number;
  readonly padding: number;
  readonly kind: 'plain' | 'rectified' | 'masked';
}

/** Each way of reading, of writing and of finishing, and what a program of its own is needed for. */
const programs: readonly Pick<Layer, 'channels' | 'outputs' | 'kind'>[] = [
  { channels: 3, outputs: 36, kind: 'rectified' },
  { channels: 5, outputs: 7, kind: 'masked' },
  { channels: 20, outputs: 36, kind: 'masked' },
  { channels: 12, outputs: 6, kind: 'rectified' },
  { channels: 32, outputs: 36, kind: 'masked' },
  { channels: 16, outputs: 9, kind: 'plain' },
];

/** As the forward pass asks for it, plainly, or as the way back does. */
const layer = ({ height, width, channels, outputs, padding, kind }: Layer, seed = 1): ConvolutionCase => ({
  x: random([height, width, channels], seed),
  kernel: random([3, 3, channels, outputs], seed + 1),
  bias: kind === 'rectified' ? random([outputs], seed + 2) : undefined,
  mask: kind === 'masked' ? random([height, width, channels], seed + 3) : undefined,
  padding,
  relu: kind === 'rectified',
});

/** Side by side, which takes half as long. */
async function compileFor(work: () => void): Promise<void> {
  const gpu = tf.backend() as Gpu;
  gpu.rehearse(() => tf.tidy(work));
  await gpu.compiled();
}

const cutBy = (tile: Tile, halfWeights = false, winograd: readonly Amount[] = []) =>
  chooseTiling(tf.backend() as Gpu, { few: tile, some: tile, many: tile, halfWeights, winograd });

describeEachBackend('a convolution by our own programs', () => {
  const odd: Layer = {
    ...{ height: 11, width: 13, channels: 16, outputs: 68 },
    ...{ padding: 1, kind: 'rectified' },
  };

  test('R7 R9 comes to the same numbers, bit by bit, however it is cut up, and they are right', async () => {
    const given = layer(odd);
    const results = new Map<string, Float32Array>();
    for (const tile of tiles) {
      cutBy(tile);
      results.set(tile.name, await convolveLater(given));
    }
    cutBy(softwareTiling.few);
    expect(await convolutionErrorLater(given)).toBeLessThan(1e-5);
    const [first] = results.values();
    for (const [name, result] of results) expect(result, name).toEqual(first);
  });

  test('R7 is right for every small picture, any channels and padding, as each pass asks for it', async () => {
    cutBy(softwareTiling.few);
    await compileFor(() => {
      for (const program of programs) {
        convolved(layer({ height: 4, width: 4, padding: 1, ...program }));
      }
    });
    const upTo = (max: number, min = 1) => fc.integer({ min, max });
    const cases = fc
      .record({
        ...{ height: upTo(9), width: upTo(9), padding: upTo(2, 0) },
        program: fc.constantFrom(...programs),
      })
      .map(({ program, ...size }) => ({ ...size, ...program }))
      .filter(({ height, width, padding }) => Math.min(height, width) + 2 * padding > 2);
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(1e6), async (given, seed) => {
        expect(await convolutionErrorLater(layer(given, seed))).toBeLessThan(1e-5);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('R7 makes the gradient of a picture of three channels, a narrow product', async () => {
    cutBy(narrow);
    const back: Layer = { ...odd, outputs: 3, kind: 'masked' };
    expect(await convolutionErrorLater(layer(back))).toBeLessThan(1e-5);
  });

  test('R7 with weights in half precision errs by their rounding alone', async () => {
    cutBy(softwareTiling.few, true);
    const error = await convolutionErrorLater(layer(odd));
    expect(error).toBeLessThan(1e-3);
    expect(error).toBeGreaterThan(1e-6);
    // Weights that are halves themselves come through whole.
    const kernel = made([3, 3, 16, 68], (...at) => (at.reduce((sum, index) => sum + index, 0) % 7) / 8);
    expect(await convolutionErrorLater({ ...layer(odd), kernel })).toBeLessThan(1e-5);
  });

  test('what is not a number stays none, but where a mask keeps it out', async () => {
    cutBy(softwareTiling.few);
    const nothing = made([5, 5, 16], () => Number.NaN);
    const given = { ...layer({ ...odd, height: 5, width: 5 }), x: nothing };
    expect((await convolveLater(given)).every(Number.isNaN)).toBe(true);
    const masked = layer({ ...odd, height: 5, width: 5, kind: 'masked' });
    const shut = { ...masked, x: nothing, mask: made([5, 5, 16], () => 0) };
    expect((await convolveLater(shut)).every(value => value === 0)).toBe(true);
  });

  test('R5 leaves no tensor but its result', async () => {
    cutBy(softwareTiling.few);
    const before = tf.memory().numTensors;
    await convolveLater(layer(odd));
    expect(tf.memory().numTensors).toBe(before);
  });
}, ['webgpu']);

describeEachBackend('tfjs’ own convolutions', () => {
  test('can be asked for, and ours again after them', async () => {
    const given = layer({ height: 4, width: 4, channels: 4, outputs: 4, padding: 1, kind: 'masked' });
    for (const kernels of ['tfjs', 'ours'] as const) {
      const open = await openForTest('webgpu', { kernels });
      expect(hasKernel(maskedConvolution)).toBe(kernels === 'ours');
      expect(await convolutionErrorLater(given)).toBeLessThan(1e-5);
      open.dispose();
    }
  });
}, ['webgpu']);
