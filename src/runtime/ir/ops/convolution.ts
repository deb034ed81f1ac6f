/**
 * A convolution of any kernel and stride, as feed-forward networks have them: [H, W, C] with [h, w, C, D] and perhaps
 * a bias → [H′, W′, D]. `same` surrounds with as many zeros as give ⌈H/stride⌉ rows, more of them below and to the
 * right, as TensorFlow does; `valid` with none. The 3×3 ones of encoders have an op of their own, `conv2d`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export interface ConvolutionAttributes {
  readonly stride: number;
  readonly padding: 'same' | 'valid';
  readonly [name: string]: number | string;
}

/** Rows or columns that are left of `extent`. */
export const convolved = (
  extent: number,
  kernel: number,
  { stride, padding }: ConvolutionAttributes,
): number => (padding === 'same' ? Math.ceil(extent / stride) : Math.floor((extent - kernel) / stride) + 1);

export const convolution: Op<'x' | 'kernel', ConvolutionAttributes, 'bias'> = {
  name: 'convolution',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0], kernel: [rows = 0, columns = 0, into = 0, d = 0] }, attributes) => {
    const size = [convolved(h, rows, attributes), convolved(w, columns, attributes)];
    if (c !== into || Math.min(...size) < 1) {
      throw new RangeError(`convolution: [${h},${w},${c}] with [${rows},${columns},${into},${d}].`);
    }
    return [...size, d];
  },
  flops: ({ kernel: [rows = 0, columns = 0, c = 0] }, _, output) => 2 * rows * columns * c * elements(output),
  // Kernel and bias are constants of a trained network.
  gradient: (ir, { inputs: { x, kernel }, attributes: { stride, padding } }, dy) => {
    const [height = 0, width = 0] = x.shape;
    return {
      x: () => ir.transposedConvolution({ x: dy, kernel }, { stride, padding, size: [height, width] }),
    };
  },
  run: ({ x, kernel, bias }, { stride, padding }) =>
    tf.fused.conv2d({
      x: x as tf.Tensor3D,
      filter: kernel as tf.Tensor4D,
      strides: stride,
      pad: padding,
      ...(bias && { bias }),
    }),
};
