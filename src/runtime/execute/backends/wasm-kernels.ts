/**
 * Some of tfjs' WebAssembly kernels, mended: those here are five to seven times slower than a plain loop over
 * the same heap; the product of matrices and sorting are in files of their own.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { isBlocks, type Kernel, numbersOf, replaceKernel } from './replace-kernel.ts';
import { replaceConvolutions } from './wasm-convolution.ts';
import { matMul } from './wasm-matmul.ts';
import { topK } from './wasm-top-k.ts';

type Wasm = Kernel<BackendWasm>;

let improved = false;

/** Puts them in place of tfjs' own. To be called before the backend starts. */
export function improveKernels(): void {
  if (improved) return;
  improved = true;
  replaceKernel(tf.MaxPoolGrad, 'wasm', maxPoolGrad);
  replaceKernel(tf.Transpose, 'wasm', transpose);
  replaceKernel(tf.BatchMatMul, 'wasm', matMul);
  replaceConvolutions();
  replaceKernel(tf.TopK, 'wasm', topK);
}

/** Blocks of 2×2, as the op asks for; whatever else is left to the original. */
const maxPoolGrad =
  (original: Wasm): Wasm =>
  call => {
    const { inputs, attrs, backend } = call;
    const { dy, input } = inputs;
    const [, h = 0, w = 0, c = 0] = input?.shape ?? [];
    if (!dy || !input || !isBlocks(attrs, input.shape)) return original(call);
    const output = backend.makeOutput(input.shape, 'float32');
    // Only now: making the output may have moved the heap.
    const [x, from, to] = [numbersOf(backend, input), numbersOf(backend, dy), numbersOf(backend, output)];
    to.fill(0);
    const row = w * c;
    const [blockRows, blockColumns] = [Math.floor(h / 2), Math.floor(w / 2)];
    let block = 0;
    for (let i = 0; i < blockRows; i++) {
      for (let j = 0; j < blockColumns; j++) {
        let at = 2 * i * row + 2 * j * c;
        for (let k = 0; k < c; k++, at++, block++) {
          let winner = at;
          if (element(x, at + c) > element(x, winner)) winner = at + c;
          if (element(x, at + row) > element(x, winner)) winner = at + row;
          if (element(x, at + row + c) > element(x, winner)) winner = at + row + c;
          to[winner] = element(from, block);
        }
      }
    }
    return output;
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
