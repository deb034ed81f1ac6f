/** Convolutions of all small shapes, to hold a backend's against loops in double precision. */
import { setFlagsFromString } from 'node:v8';
import type { Tensor } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { ops } from '../ir/ops/index.ts';
import { type Numbers, random } from './numbers.ts';

export interface ConvolutionCase {
  readonly x: Numbers;
  readonly kernel: Numbers;
  readonly bias?: Numbers | undefined;
  readonly mask?: Numbers | undefined;
  readonly padding: number;
  readonly relu: boolean;
}

const sizes = { height: fc.integer({ min: 1, max: 13 }), width: fc.integer({ min: 1, max: 13 }) };
const channels = { channels: fc.integer({ min: 1, max: 19 }), outputs: fc.integer({ min: 1, max: 19 }) };
const flags = { relu: fc.boolean(), hasBias: fc.boolean(), hasMask: fc.boolean() };

export const convolutionCases = fc
  .record({ ...sizes, ...channels, ...flags, padding: fc.integer({ min: 0, max: 2 }), seed: fc.nat(1e6) })
  .filter(({ height, width, padding }) => Math.min(height, width) + 2 * padding > 2)
  .map(
    ({ height, width, channels, outputs, hasBias, hasMask, seed, padding, relu }): ConvolutionCase => ({
      x: random([height, width, channels], seed),
      kernel: random([3, 3, channels, outputs], seed + 1),
      bias: hasBias ? random([outputs], seed + 2) : undefined,
      mask: hasMask ? random([height, width, channels], seed + 3) : undefined,
      padding,
      relu,
    }),
  );

/** The largest error of the backend that is open, as a part of the largest number that should come out. */
export const convolutionError = (given: ConvolutionCase): number => errorOf(given, convolve(given));

/** The same where a GPU is to be waited for. */
export const convolutionErrorLater = async (given: ConvolutionCase): Promise<number> =>
  errorOf(given, await convolveLater(given));

/** Of what a backend made, as a part of the largest number that it should be. */
export function errorOf(given: ConvolutionCase, is: Float32Array): number {
  const should = convolveInLoops(given);
  if (is.length !== should.length) return Number.POSITIVE_INFINITY;
  let [scale, error] = [1e-3, 0];
  for (let k = 0; k < should.length; k++) {
    scale = Math.max(scale, Math.abs(should[k] ?? Number.NaN));
    error = Math.max(error, Math.abs((should[k] ?? Number.NaN) - (is[k] ?? Number.NaN)));
  }
  return error / scale;
}

export const convolve = (given: ConvolutionCase): Float32Array =>
  tf.tidy(() => convolved(given).dataSync<'float32'>());

export async function convolveLater(given: ConvolutionCase): Promise<Float32Array> {
  const tensor = tf.tidy(() => convolved(given));
  const numbers = await tensor.data<'float32'>();
  tensor.dispose();
  return numbers;
}

/** On the backend that is open. */
export function convolved({ x, kernel, bias, mask, padding, relu }: ConvolutionCase): Tensor {
  const inputs = {
    x: tensorOf(x),
    kernel: tensorOf(kernel),
    ...(bias && { bias: tensorOf(bias) }),
    ...(mask && { mask: tensorOf(mask) }),
  };
  return ops.conv2d.run(inputs, { padding, relu }, []);
}

const tensorOf = ({ shape, data }: Numbers): Tensor => tf.tensor(Float32Array.from(data), [...shape]);

function convolveInLoops({ x, kernel, bias, mask, padding, relu }: ConvolutionCase): Float64Array {
  const [h = 0, w = 0, c = 0] = x.shape;
  const d = kernel.shape[3] ?? 0;
  const [height, width] = [h + 2 * padding - 2, w + 2 * padding - 2];
  const sums = new Float64Array(height * width * d);
  for (let k = 0; k < sums.length; k++) sums[k] = bias?.data[k % d] ?? 0;
  for (let i = 0; i < h; i++) {
    for (let j = 0; j < w; j++) {
      for (let k = 0; k < c; k++) {
        const at = (i * w + j) * c + k;
        if (mask && !((mask.data[at] ?? 0) > 0)) continue;
        const pixel = x.data[at] ?? 0;
        for (let tap = 0; tap < 9; tap++) {
          const row = i + padding - Math.floor(tap / 3);
          const column = j + padding - (tap % 3);
          if (row < 0 || column < 0 || row >= height || column >= width) continue;
          const to = (row * width + column) * d;
          const from = (tap * c + k) * d;
          for (let l = 0; l < d; l++) {
            sums[to + l] = (sums[to + l] ?? 0) + pixel * (kernel.data[from + l] ?? 0);
          }
        }
      }
    }
  }
  return relu ? sums.map(value => Math.max(0, value)) : sums;
}

/** Node 20 has relaxed SIMD behind a flag. */
export function allowRelaxedSimd(): void {
  setFlagsFromString('--experimental-wasm-relaxed-simd');
}
