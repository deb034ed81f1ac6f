import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Counts the bytes on the heap of the wasm backend until it is stopped, beyond those that were there before:
 * over a whole painting, whose pauses `peakBytes` cannot span. A reshape shares its input's bytes.
 */
export function watchBytes(): { readonly stop: () => { readonly peak: number; readonly left: number } } {
  const backend = tf.backend() as BackendWasm;
  const sizes = new WeakMap<object, number>();
  const [move, disposeData] = [backend.move, backend.disposeData];
  let [now, peak] = [0, 0];
  backend.move = (dataId, values, shape, dtype, refCount) => {
    const size = tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype);
    sizes.set(dataId, size);
    now += size;
    peak = Math.max(peak, now);
    move.call(backend, dataId, values, shape, dtype, refCount);
  };
  backend.disposeData = (dataId, force) => {
    const freed = disposeData.call(backend, dataId, force);
    if (freed) now -= sizes.get(dataId) ?? 0;
    if (freed) sizes.delete(dataId);
    return freed;
  };
  return {
    stop: () => {
      Object.assign(backend, { move, disposeData });
      return { peak, left: now };
    },
  };
}
