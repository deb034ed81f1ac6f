/**
 * 3×3 convolutions on a GPU by programs of our own in place of tfjs': with bias and ReLU, and, for the way back
 * through a ReLU, of what a mask lets pass. Other sizes and strides are left to the original.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { maskedConvolution } from '../../ir/own-kernels.ts';
import { addKernel, type Kernel, replaceKernel, type Undo } from './replace-kernel.ts';
import { paddingOf, reluOf } from './small-convolution.ts';
import { convolutionProgram, runConvolution } from './webgpu-convolution-program.ts';
import { amountOf, smallest, tileFor, tilingOf } from './webgpu-tiles.ts';
import { convolveByWinograd, suitsWinograd } from './webgpu-winograd.ts';

type OnGpu = Kernel<WebGPUBackend>;

export const replaceConvolutions = (): readonly Undo[] => [
  replaceKernel(tf.Conv2D, 'webgpu', convolution),
  replaceKernel(tf.FusedConv2D, 'webgpu', convolution),
  addKernel(maskedConvolution, 'webgpu', masked),
];

const convolution =
  (original: OnGpu): OnGpu =>
  call => {
    const { x, filter, bias } = call.inputs;
    const [padding, relu] = [paddingOf(call), reluOf(call)];
    if (!x || !filter || padding === undefined || relu === undefined) return original(call);
    return convolve(call.backend, { x, filter, bias }, padding, relu);
  };

const masked: OnGpu = call => {
  const { x, mask, filter } = call.inputs;
  const padding = paddingOf(call);
  if (!x || !mask || !filter || padding === undefined) {
    throw new Error('There is no such masked convolution.');
  }
  return convolve(call.backend, { x, mask, filter }, padding, false);
};

interface Given {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
  readonly mask?: tf.TensorInfo;
}

function convolve(
  backend: WebGPUBackend,
  { x, filter, bias, mask }: Given,
  padding: number,
  relu: boolean,
): tf.TensorInfo {
  const [, height = 0, width = 0, channels = 0] = x.shape;
  const outputChannels = filter.shape[3] ?? 0;
  const pixels = (height + 2 * padding - 2) * (width + 2 * padding - 2);
  const tiling = tilingOf(backend);
  const amount = amountOf(pixels, outputChannels);
  if (tiling.winograd.includes(amount) && suitsWinograd(channels, outputChannels)) {
    const given = { x, filter, bias, mask, padding, relu };
    return convolveByWinograd(backend, given, { tile: tiling[amount], small: smallest });
  }
  const layer = { input: x.shape, outputChannels, padding };
  const program = convolutionProgram(
    layer,
    { hasBias: bias !== undefined, hasMask: mask !== undefined, relu },
    tileFor(tiling, pixels, outputChannels),
    tiling.halfWeights,
  );
  return runConvolution(backend, program, layer, [
    x,
    filter,
    ...(bias ? [bias] : []),
    ...(mask ? [mask] : []),
  ]);
}
