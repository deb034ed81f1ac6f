import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs `work` on the wasm backend and gives the most bytes that were on its heap at once beyond those that were
 * there before. Counted where memory is taken and given back, so a kernel's own temporaries are in it, and a
 * reshape, which shares its input's memory, is not (tf.memory and tf.profile count it twice).
 */
export function peakBytes<T>(work: () => T): { readonly result: T; readonly peak: number } {
  const backend = tf.backend() as BackendWasm;
  const sizes = new WeakMap<object, number>();
  let [now, peak] = [0, 0];
  const move = backend.move.bind(backend);
  const disposeData = backend.disposeData.bind(backend);
  backend.move = (dataId, values, shape, dtype, refCount) => {
    const size = tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype);
    sizes.set(dataId, size);
    now += size;
    peak = Math.max(peak, now);
    move(dataId, values, shape, dtype, refCount);
  };
  backend.disposeData = (dataId, force) => {
    const freed = disposeData(dataId, force);
    if (freed) now -= sizes.get(dataId) ?? 0;
    if (freed) sizes.delete(dataId);
    return freed;
  };
  try {
    return { result: work(), peak };
  } finally {
    Object.assign(backend, { move, disposeData });
  }
}
