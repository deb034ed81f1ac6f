/**
 * 3×3 convolutions on WebAssembly by kernels of our own: with bias and ReLU, and, for the way back through a ReLU, of
 * what a mask lets pass. They stand in for tfjs', too, to which other sizes and strides are left.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { mostChannels, smallConvolution } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, replaceKernel, type Undo } from './replace-kernel.ts';
import { paddingOf, reluOf } from './small-convolution.ts';

type Wasm = Kernel<BackendWasm>;

const fits = ({ shape: [, , , channels = 0] }: tf.TensorInfo): boolean => channels <= mostChannels;

export const replaceConvolutions = (): readonly Undo[] => [
  replaceKernel(tf.Conv2D, 'wasm', convolution),
  replaceKernel(tf.FusedConv2D, 'wasm', convolution),
  addKernel(smallConvolution, 'wasm', small),
];

const convolution =
  (original: Wasm): Wasm =>
  call => {
    const { x, filter, bias } = call.inputs;
    const [padding, relu] = [paddingOf(call), reluOf(call)];
    if (!x || !filter || padding === undefined || relu === undefined || !fits(x)) return original(call);
    return convolve(call.backend, { x, filter, bias }, padding, relu);
  };

const small: Wasm = ({ inputs: { x, filter, bias, mask }, attrs, backend }) => {
  if (!x || !filter) throw new Error('There is nothing to convolve.');
  return convolve(backend, { x, filter, bias, mask }, Number(attrs.padding), attrs.relu === true);
};

interface Given {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
  readonly mask?: tf.TensorInfo | undefined;
}

function convolve(
  backend: BackendWasm,
  { x, filter, bias, mask }: Given,
  padding: number,
  relu: boolean,
): tf.TensorInfo {
  const [height = 0, width = 0, channels = 0] = x.shape.slice(-3);
  const outputChannels = filter.shape[3] ?? 0;
  const outputSize = [height + 2 * padding - 2, width + 2 * padding - 2, outputChannels];
  const shape = [...x.shape.slice(0, -3), ...outputSize];
  const y = backend.makeOutput(shape, 'float32');
  kernelsOf(backend).convolve({
    x: placeOf(backend, x),
    kernel: placeOf(backend, filter),
    bias: bias ? placeOf(backend, bias) : 0,
    mask: mask ? placeOf(backend, mask) : 0,
    y: placeOf(backend, y),
    ...{ height, width, channels, outputChannels, padding, relu },
  });
  return y;
}
