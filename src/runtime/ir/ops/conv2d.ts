/**
 * 3×3 convolution, stride 1, zero padding, with the bias and the ReLU that follow it folded in where they
 * are: [H, W, C] with [3, 3, C, D] → [H + 2p − 2, W + 2p − 2, D].
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { elements } from '../value.ts';

export interface Conv2dAttributes {
  /** Rows and columns of zeros around the input: 1 keeps the size, 0 is `valid`, 2 is `full`. */
  readonly padding: number;
  readonly relu: boolean;
  readonly [name: string]: number | boolean;
}

export const conv2d: Op<'x' | 'kernel', Conv2dAttributes, 'bias'> = {
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
  gradient: (ir, { inputs: { kernel }, attributes: { padding, relu }, output }, dy) => ({
    x: () =>
      ir.conv2d(
        { x: relu ? ir.reluGradient({ dy, y: output }) : dy, kernel: ir.turned({ kernel }) },
        { padding: 2 - padding, relu: false },
      ),
  }),
  // An explicit number of zeros takes tfjs' fast path on wasm, 'same' does not always.
  run: ({ x, kernel, bias }, { padding, relu }) =>
    tf.fused.conv2d({
      x: x as tf.Tensor3D,
      filter: kernel as tf.Tensor4D,
      strides: 1,
      pad: padding,
      ...(bias && { bias }),
      activation: relu ? 'relu' : 'linear',
    }),
};
