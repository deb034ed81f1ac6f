/**
 * tfjs' WebAssembly kernels that ours stand in for, and those that only we have: each sort in a file of its own, and
 * here a transpose that a plain loop betters, and a clone that copies nothing.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Kernel, numbersOf, replaceKernel, type Undo } from './replace-kernel.ts';
import { addCombinations } from './wasm-combine.ts';
import { replaceConvolutions } from './wasm-convolution.ts';
import { addElementwise } from './wasm-elementwise.ts';
import { mendProducts, replaceProducts } from './wasm-matmul.ts';
import { addOptimisers } from './wasm-optimise.ts';
import { addPooling } from './wasm-pooling.ts';
import { topK } from './wasm-top-k.ts';

type Wasm = Kernel<BackendWasm>;

/** Whose kernels compute: ours, or tfjs' own, of which only the product of matrices is mended. */
export type WasmKernels = 'ours' | 'tfjs';

let inUse: { readonly whose: WasmKernels; readonly undo: readonly Undo[] } | undefined;

/** Puts ours in place of tfjs' own, or takes them out again. To be called before the backend starts. */
export function installKernels(whose: WasmKernels): void {
  if (inUse?.whose === whose) return;
  for (const undo of inUse?.undo.toReversed() ?? []) undo();
  inUse = { whose, undo: whose === 'ours' ? replaceAll() : mendProducts() };
}

const replaceAll = (): readonly Undo[] => [
  replaceKernel(tf.Identity, 'wasm', identity),
  replaceKernel(tf.Transpose, 'wasm', transpose),
  ...replaceProducts(),
  ...replaceConvolutions(),
  ...addElementwise(),
  ...addCombinations(),
  ...addOptimisers(),
  ...addPooling(),
  replaceKernel(tf.TopK, 'wasm', topK),
];

/** A clone shows the same numbers, as on other backends; tfjs' copies them, and the weights with all the rest. */
const identity =
  (original: Wasm): Wasm =>
  call => {
    const { x } = call.inputs;
    if (!x || x.dtype === 'string') return original(call);
    call.backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  };

const element = (array: Float32Array, index: number): number => array[index] as number;
const tile = 32;

/**
 * Matrices with a multiple of 256 rows, which is every picture with sides of a power of two: there tfjs'
 * loop writes to the same few lines of the processor's cache again and again.
 */
const transpose =
  (original: Wasm): Wasm =>
  call => {
    const { x } = call.inputs;
    const [rows = 0, columns = 0] = x?.shape ?? [];
    const perm = call.attrs.perm as readonly number[];
    const isMatrix = x?.shape.length === 2 && x.dtype === 'float32' && perm[0] === 1;
    if (!x || !isMatrix || rows % 256 !== 0) return original(call);
    const output = call.backend.makeOutput([columns, rows], 'float32');
    const [from, to] = [numbersOf(call.backend, x), numbersOf(call.backend, output)];
    for (let top = 0; top < rows; top += tile) {
      for (let left = 0; left < columns; left += tile) {
        const right = Math.min(columns, left + tile);
        for (let column = left; column < right; column++) {
          for (let row = top; row < top + tile; row++) {
            to[column * rows + row] = element(from, row * columns + column);
          }
        }
      }
    }
    return output;
  };
