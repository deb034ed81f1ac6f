/**
 * 3×3 convolution, stride 1, zero padding, with the bias and the ReLU that follow it folded in where they
 * are: [H, W, C] with [3, 3, C, D] → [H + 2p − 2, W + 2p − 2, D]. Where a `mask` of x's shape is not positive, x
 * counts as 0: so is the way back through a ReLU folded into the convolution behind it.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { byOwnKernel, hasKernel, maskedConvolution, mostChannels, smallConvolution } from '../own-kernels.ts';
import { elements } from '../value.ts';

export interface Conv2dAttributes {
  /** Rows and columns of zeros around the input: 1 keeps the size, 0 is `valid`, 2 is `full`. */
  readonly padding: number;
  readonly relu: boolean;
  readonly [name: string]: number | boolean;
}

export const conv2d: Op<'x' | 'kernel', Conv2dAttributes, 'bias' | 'mask'> = {
  name: 'conv2d',
  version: 1,
  shape: ({ x: [h = 0, w = 0], kernel: [, , , d = 0] }, { padding }) => [
    h + 2 * padding - 2,
    w + 2 * padding - 2,
    d,
  ],
  flops: ({ kernel: [, , c = 0] }, _, output) => 2 * 9 * c * elements(output),
  // The kernel is a constant of the encoder, so only the image's side has a gradient: a convolution again,
  // with the kernel turned by 180° and its channels exchanged. What the padding added, it takes away.
  gradient: (ir, { inputs: { kernel, mask }, attributes: { padding, relu }, output }, dy) => ({
    x: () => {
      const dx = ir.conv2d(
        { x: dy, kernel: ir.turned({ kernel }), ...(relu && { mask: output }) },
        { padding: 2 - padding, relu: false },
      );
      return mask ? ir.reluGradient({ dy: dx, y: mask }) : dx;
    },
  }),
  run: ({ x, kernel, bias, mask }, { padding, relu }) => {
    const inputs = { x, filter: kernel, ...(bias && { bias }), ...(mask && { mask }) };
    const fits = (x.shape[2] ?? 0) <= mostChannels;
    const made = fits ? byOwnKernel(smallConvolution, inputs, { padding, relu }) : undefined;
    if (made) return made;
    if (!mask) return convolve(x, kernel, padding, relu, bias);
    if (!bias && !relu && hasKernel(maskedConvolution)) {
      return convolveMasked(x, mask, kernel, padding);
    }
    const passing = freeing(tf.step(mask), passes => tf.mul(x, passes));
    return freeing(passing, it => convolve(it, kernel, padding, relu, bias));
  },
};

// An explicit number of zeros takes tfjs' fast path on wasm, 'same' does not always.
const convolve = (x: tf.Tensor, kernel: tf.Tensor, padding: number, relu: boolean, bias?: tf.Tensor) =>
  tf.fused.conv2d({
    x: x as tf.Tensor3D,
    filter: kernel as tf.Tensor4D,
    strides: 1,
    pad: padding,
    ...(bias && { bias }),
    activation: relu ? 'relu' : 'linear',
  });

function convolveMasked(x: tf.Tensor, mask: tf.Tensor, filter: tf.Tensor, pad: number): tf.Tensor {
  const batch = (tensor: tf.Tensor) => tf.expandDims(tensor, 0);
  const inputs = { x: batch(x), mask: batch(mask), filter };
  return tf.squeeze(tf.engine().runKernel(maskedConvolution, inputs, { strides: 1, pad }), [0]);
}
