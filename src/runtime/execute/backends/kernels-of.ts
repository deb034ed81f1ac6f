/** Our kernels of each wasm backend that is open; they go with it. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type KernelOptions, Kernels } from '../../kernels/kernels.ts';

const opened = new WeakMap<BackendWasm, Kernels>();

/** Opens those of a backend that has just started; without it they are opened when they are first needed. */
export function openKernels(backend: BackendWasm, options: KernelOptions = {}): Kernels {
  const kernels = new Kernels(backend, options);
  opened.set(backend, kernels);
  return kernels;
}

export const kernelsOf = (backend: BackendWasm): Kernels => opened.get(backend) ?? openKernels(backend);

/** Where a tensor's numbers are in the memory. */
export const placeOf = (backend: BackendWasm, { dataId }: TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset;
