/**
 * 3×3 convolutions on WebAssembly by kernels of our own in place of tfjs': with bias and ReLU, and, for the way
 * back through a ReLU, of what a mask lets pass. Other sizes and strides are left to the original.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { maskedConvolution } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Call, type Kernel, replaceKernel, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

/** More channels than that would need much memory for themselves. */
const mostChannels = 4096;

export const replaceConvolutions = (): readonly Undo[] => [
  replaceKernel(tf.Conv2D, 'wasm', convolution),
  replaceKernel(tf.FusedConv2D, 'wasm', convolution),
  addKernel(maskedConvolution, 'wasm', masked),
];

const convolution =
  (original: Wasm): Wasm =>
  call => {
    const { x, filter, bias, preluActivationWeights } = call.inputs;
    const relu = call.attrs.activation === 'relu';
    const plain = relu || (call.attrs.activation ?? 'linear') === 'linear';
    const padding = paddingOf(call);
    if (!x || !filter || padding === undefined || !plain || preluActivationWeights) return original(call);
    return convolve(call.backend, { x, filter, bias }, padding, relu);
  };

const masked: Wasm = call => {
  const { x, mask, filter } = call.inputs;
  const padding = paddingOf(call);
  if (!x || !mask || !filter || padding === undefined)
    throw new Error('There is no such masked convolution.');
  return convolve(call.backend, { x, mask, filter }, padding, false);
};

interface Given {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
  readonly mask?: tf.TensorInfo;
}

function convolve(
  backend: BackendWasm,
  { x, filter, bias, mask }: Given,
  padding: number,
  relu: boolean,
): tf.TensorInfo {
  const [, height = 0, width = 0, channels = 0] = x.shape;
  const outputChannels = filter.shape[3] ?? 0;
  const shape = [1, height + 2 * padding - 2, width + 2 * padding - 2, outputChannels];
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

/** Rows and columns of zeros around a single picture; undefined where it is another kind of convolution. */
function paddingOf({ inputs: { x, filter }, attrs }: Call<BackendWasm>): number | undefined {
  const [rows, columns, channels = 0] = filter?.shape ?? [];
  const isSingle = x?.shape.length === 4 && x.shape[0] === 1 && x.dtype === 'float32';
  if (!x || !isSingle || rows !== 3 || columns !== 3 || channels > mostChannels) return undefined;
  const { strides, dilations = 1, pad, dataFormat = 'NHWC' } = attrs;
  if (dataFormat !== 'NHWC' || ![strides, dilations].every(isOne)) return undefined;
  const padding = pad === 'same' ? 1 : pad === 'valid' ? 0 : Number(pad);
  return padding === 0 || padding === 1 || padding === 2 ? padding : undefined;
}

const isOne = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(item => item === 1) : value === 1;
