/**
 * Whole rows sorted on WebAssembly, the largest first. tfjs' own kernel compares pairs of number and place, and
 * what it does with numbers that are none is undefined. This one sorts by digits: a float's bits, turned so that
 * they count upwards with the number, in three rounds of eleven. Equal numbers keep their order.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type * as tf from '@tensorflow/tfjs-core';
import { type Kernel, numbersOf } from './replace-kernel.ts';

type TopK = Kernel<BackendWasm, tf.TensorInfo[]>;

export const topK =
  (original: TopK): TopK =>
  call => {
    const { x } = call.inputs;
    const columns = x?.shape.at(-1) ?? 0;
    if (x?.dtype !== 'float32' || call.attrs.k !== columns) return original(call);
    const { backend } = call;
    const values = backend.makeOutput(x.shape, 'float32');
    const indices = backend.makeOutput(x.shape, 'int32');
    // Only now: making an output may have moved the heap.
    const numbers = numbersOf(backend, x);
    const [sorted, places] = [numbersOf(backend, values), backend.typedArrayFromHeap(indices) as Int32Array];
    const bits = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
    const sorter = new RowSorter(columns);
    for (let start = 0; start < numbers.length; start += columns) {
      const order = sorter.descending(bits.subarray(start, start + columns));
      for (let k = 0; k < columns; k++) {
        const place = order[k] as number;
        places[start + k] = place;
        sorted[start + k] = numbers[start + place] as number;
      }
    }
    return [values, indices];
  };

const digitBits = 11;
const digits = 1 << digitBits;

class RowSorter {
  readonly #keys: Uint32Array;
  readonly #counts = new Uint32Array(digits);
  #order: Uint32Array;
  #next: Uint32Array;

  constructor(length: number) {
    this.#keys = new Uint32Array(length);
    this.#order = new Uint32Array(length);
    this.#next = new Uint32Array(length);
  }

  /** Where the largest stands, the second largest, and so on. Valid until the next call. */
  descending(bits: Int32Array): Uint32Array {
    const keys = this.#keys;
    for (let at = 0; at < bits.length; at++) {
      const own = bits[at] as number;
      // Negative floats count downwards with their bits, the others upwards; both are turned round to descend.
      keys[at] = own < 0 ? own : ~(own | 0x80000000);
      this.#order[at] = at;
    }
    for (let shift = 0; shift < 32; shift += digitBits) this.#byDigit(shift);
    return this.#order;
  }

  #byDigit(shift: number): void {
    const [keys, counts, order, next] = [this.#keys, this.#counts, this.#order, this.#next];
    counts.fill(0);
    for (let at = 0; at < keys.length; at++) {
      const digit = ((keys[at] as number) >>> shift) & (digits - 1);
      counts[digit] = (counts[digit] as number) + 1;
    }
    let before = 0;
    for (let digit = 0; digit < digits; digit++) {
      const count = counts[digit] as number;
      counts[digit] = before;
      before += count;
    }
    for (let at = 0; at < order.length; at++) {
      const place = order[at] as number;
      const digit = ((keys[place] as number) >>> shift) & (digits - 1);
      next[counts[digit] as number] = place;
      counts[digit] = (counts[digit] as number) + 1;
    }
    [this.#order, this.#next] = [next, order];
  }
}
