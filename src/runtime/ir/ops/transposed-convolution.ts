/**
 * The transpose of a convolution, which spreads each position over a kernel's area: [H, W, D] with [h, w, C, D] →
 * [height, width, C]. Generator networks enlarge with it (Dumoulin and Visin 2016, section 4).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { type ConvolutionAttributes, convolved } from './convolution.ts';

export interface TransposedConvolutionAttributes {
  readonly stride: number;
  readonly padding: 'same' | 'valid';
  /** Of the result: several sizes convolve to the same. */
  readonly size: readonly [height: number, width: number];
  readonly [name: string]: number | string | readonly number[];
}

const convolutionOf = ({ stride, padding }: TransposedConvolutionAttributes): ConvolutionAttributes => ({
  stride,
  padding,
});

export const transposedConvolution: Op<'x' | 'kernel', TransposedConvolutionAttributes> = {
  name: 'transposedConvolution',
  version: 1,
  shape: ({ x: [h = 0, w = 0, d = 0], kernel: [rows = 0, columns = 0, c = 0, into = 0] }, attributes) => {
    const [height, width] = attributes.size;
    const forward = convolutionOf(attributes);
    if (d !== into || convolved(height, rows, forward) !== h || convolved(width, columns, forward) !== w) {
      throw new RangeError(`transposedConvolution: [${h},${w},${d}] does not come of ${height}×${width}.`);
    }
    return [height, width, c];
  },
  flops: ({ x: [h = 0, w = 0], kernel: [rows = 0, columns = 0, c = 0, d = 0] }) =>
    2 * rows * columns * c * d * h * w,
  gradient: (ir, { inputs: { kernel }, attributes }, dy) => ({
    x: () => ir.convolution({ x: dy, kernel }, convolutionOf(attributes)),
  }),
  run: ({ x, kernel }, { stride, padding, size: [height, width] }, [, , channels = 0]) =>
    tf.conv2dTranspose(x as tf.Tensor3D, kernel as tf.Tensor4D, [height, width, channels], stride, padding),
};
