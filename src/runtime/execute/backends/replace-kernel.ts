import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../backend.ts';

/** What tfjs hands to a kernel; `Own` is the backend that it runs on. */
export interface Call<Own> {
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly backend: Own;
}
export type Kernel<Own, Out = tf.TensorInfo> = (call: Call<Own>) => Out;

/** Takes a kernel out again, and puts back the one in whose place it stood. */
export type Undo = () => void;

/** Puts a kernel, made of the one that it may fall back on, in that one's place. Before the backend starts. */
export function replaceKernel<Own, Out = tf.TensorInfo>(
  name: string,
  backend: BackendName,
  improve: (original: Kernel<Own, Out>) => Kernel<Own, Out>,
): Undo {
  const config = tf.getKernel(name, backend);
  const kernel = improve(config.kernelFunc as unknown as Kernel<Own, Out>);
  tf.unregisterKernel(name, backend);
  tf.registerKernel({ ...config, kernelFunc: kernel as unknown as tf.KernelFunc });
  return () => {
    tf.unregisterKernel(name, backend);
    tf.registerKernel(config);
  };
}

/** Adds a kernel that tfjs does not have. Before the backend starts. */
export function addKernel<Own>(name: string, backend: BackendName, kernel: Kernel<Own>): Undo {
  tf.registerKernel({
    kernelName: name,
    backendName: backend,
    kernelFunc: kernel as unknown as tf.KernelFunc,
  });
  return () => tf.unregisterKernel(name, backend);
}

/** The op's own pooling: blocks of 2×2 on a single picture, an odd last row or column dropped. */
export const isBlocks = (attrs: Call<unknown>['attrs'], shape: readonly number[]): boolean =>
  attrs.filterSize === 2 && attrs.strides === 2 && attrs.pad === 'valid' && shape[0] === 1;

/** A tensor on the heap of the wasm backend. Making another tensor may move the heap: ask again then. */
export const numbersOf = (backend: BackendWasm, tensor: tf.TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;
