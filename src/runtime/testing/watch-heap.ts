import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

interface Asm {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(place: number): void;
}

const moduleNow = () => (tf.backend() as BackendWasm).wasm as unknown as { asm: Asm };

export const heapNow = (): Pick<Asm, 'memory'> => moduleNow().asm;

/**
 * Counts what is asked of the allocator of tfjs' wasm module until it is stopped, beyond what was there before:
 * arenas and whatever has no place in one.
 */
export function watchHeap(): { readonly stop: () => { readonly peak: number; readonly left: number } } {
  const module = moduleNow();
  const { asm } = module;
  const sizes = new Map<number, number>();
  let [now, peak] = [0, 0];
  module.asm = {
    ...asm,
    malloc: bytes => {
      const place = asm.malloc(bytes);
      sizes.set(place, bytes);
      now += bytes;
      peak = Math.max(peak, now);
      return place;
    },
    free: place => {
      now -= sizes.get(place) ?? 0;
      sizes.delete(place);
      asm.free(place);
    },
  };
  return {
    stop: () => {
      module.asm = asm;
      return { peak, left: now };
    },
  };
}
