/** The steps of an optimiser on WebAssembly, each in one pass where tfjs' ops take four or seven. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { adamUpdate, exponentialAverage } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

export const addOptimisers = (): readonly Undo[] => [
  addKernel(exponentialAverage, 'wasm', averageMoving),
  addKernel(adamUpdate, 'wasm', stepByAdam),
];

const averageMoving: Wasm = ({ inputs: { average, sample, keep, take }, attrs, backend }) => {
  if (!average || !sample || !keep || !take) throw new Error('There is nothing to average.');
  const y = backend.makeOutput(average.shape, 'float32');
  kernelsOf(backend).averageMoving({
    average: placeOf(backend, average),
    sample: placeOf(backend, sample),
    keep: placeOf(backend, keep),
    take: placeOf(backend, take),
    y: placeOf(backend, y),
    count: tf.util.sizeFromShape(y.shape),
    squares: attrs.squares === true,
  });
  return y;
};

const stepByAdam: Wasm = ({ inputs: { x, m, v, step, correction, epsilon }, attrs, backend }) => {
  if (!x || !m || !v || !step || !correction || !epsilon) throw new Error('There is no step to take.');
  const y = backend.makeOutput(x.shape, 'float32');
  kernelsOf(backend).stepByAdam({
    x: placeOf(backend, x),
    m: placeOf(backend, m),
    v: placeOf(backend, v),
    step: placeOf(backend, step),
    correction: placeOf(backend, correction),
    epsilon: placeOf(backend, epsilon),
    y: placeOf(backend, y),
    count: tf.util.sizeFromShape(y.shape),
    low: Number(attrs.low),
    high: Number(attrs.high),
  });
  return y;
};
