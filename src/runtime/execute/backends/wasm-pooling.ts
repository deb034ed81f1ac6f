/** Blocks of 2×2 on WebAssembly: their largest numbers or their means, and the ways back, by rows over all threads. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { blockMaximum, blockMaximumGradient, blockMean, blockMeanGradient } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

export const addPooling = (): readonly Undo[] => [
  addKernel(blockMaximum, 'wasm', pooling(false)),
  addKernel(blockMean, 'wasm', pooling(true)),
  addKernel(blockMaximumGradient, 'wasm', maximumGradient),
  addKernel(blockMeanGradient, 'wasm', meanGradient),
];

const pooling =
  (mean: boolean): Wasm =>
  ({ inputs: { x }, backend }) => {
    if (!x) throw new Error('There is nothing to pool.');
    const [height = 0, width = 0, channels = 0] = x.shape;
    const y = backend.makeOutput([Math.floor(height / 2), Math.floor(width / 2), channels], 'float32');
    pool(backend, { x, y, whole: x.shape, mean });
    return y;
  };

const maximumGradient: Wasm = ({ inputs: { x, dy }, backend }) => {
  if (!x || !dy) throw new Error('There is nothing to pull back.');
  const y = backend.makeOutput(x.shape, 'float32');
  pool(backend, { x, dy, y, whole: x.shape, mean: false });
  return y;
};

const meanGradient: Wasm = ({ inputs: { dy }, attrs, backend }) => {
  if (!dy) throw new Error('There is nothing to spread.');
  const shape = [...(attrs.shape as readonly number[])];
  const y = backend.makeOutput(shape, 'float32');
  pool(backend, { dy, y, whole: shape, mean: true });
  return y;
};

interface Given {
  readonly x?: TensorInfo;
  readonly dy?: TensorInfo;
  readonly y: TensorInfo;
  /** What is pooled. */
  readonly whole: readonly number[];
  readonly mean: boolean;
}

function pool(backend: BackendWasm, { x, dy, y, whole, mean }: Given): void {
  const [height = 0, width = 0, channels = 0] = whole;
  kernelsOf(backend).pool({
    x: x ? placeOf(backend, x) : 0,
    dy: dy ? placeOf(backend, dy) : 0,
    y: placeOf(backend, y),
    ...{ height, width, channels, mean },
  });
}
