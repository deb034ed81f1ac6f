/** Differences of neighbours and scaled channels on WebAssembly, each in one pass where tfjs' ops take several. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { channelScale, neighbourDifference } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

export const addElementwise = (): readonly Undo[] => [
  addKernel(neighbourDifference, 'wasm', difference),
  addKernel(channelScale, 'wasm', scaleChannels),
];

const difference: Wasm = ({ inputs: { x }, attrs, backend }) => {
  if (!x) throw new Error('There is nothing to take differences of.');
  const [axis, adjoint] = [Number(attrs.axis), attrs.adjoint === true];
  const count = x.shape[axis] ?? 0;
  const shape = x.shape.map((extent, at) => (at === axis ? extent + (adjoint ? 1 : -1) : extent));
  const y = backend.makeOutput(shape, 'float32');
  kernelsOf(backend).difference({
    x: placeOf(backend, x),
    y: placeOf(backend, y),
    outer: tf.util.sizeFromShape(x.shape.slice(0, axis)),
    count,
    inner: tf.util.sizeFromShape(x.shape.slice(axis + 1)),
    adjoint,
  });
  return y;
};

const scaleChannels: Wasm = ({ inputs: { x, factors, offsets }, backend }) => {
  if (!x || !factors || !offsets) throw new Error('There is nothing to scale.');
  const y = backend.makeOutput(x.shape, 'float32');
  const channels = factors.shape[0] ?? 1;
  kernelsOf(backend).scaleChannels({
    x: placeOf(backend, x),
    factors: placeOf(backend, factors),
    offsets: placeOf(backend, offsets),
    y: placeOf(backend, y),
    positions: tf.util.sizeFromShape(x.shape) / channels,
    channels,
  });
  return y;
};
