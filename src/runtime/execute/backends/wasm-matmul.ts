/**
 * tfjs' product of matrices on WebAssembly, mended twice over. XNNPACK lays the right factor out anew before it
 * multiplies. tfjs keeps that layout for as long as the factor's numbers live, and finds it again by their
 * identity alone: under another shape, which a reshape gives them, it is wrong, and the product reads beyond its
 * end. And laying out a tall factor costs more than the product, because every column of it is a walk through all
 * of memory. So the layout goes when the product is done, and tall factors are taken a slice at a time.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { isTall, sliceRows } from '../../ir/tall-product.ts';
import { type Kernel, numbersOf } from './replace-kernel.ts';

export const matMul =
  (original: Kernel<BackendWasm>): Kernel<BackendWasm> =>
  call => {
    const { inputs, attrs, backend } = call;
    const { a, b } = inputs;
    if (!a || !b) return original(call);
    const [n = 0, k = 0] = a.shape.slice(-2);
    const m = b.shape.at(-1) ?? 0;
    const isSingle = [a, b].every(({ shape }) => shape.slice(0, -2).every(extent => extent === 1));
    if (!isSingle || attrs.transposeA || attrs.transposeB || !isTall(k)) {
      const product = original(call);
      forgetLayout(backend, b);
      return product;
    }
    const output = backend.makeOutput([...a.shape.slice(0, -2), n, m], 'float32');
    numbersOf(backend, output).fill(0);
    for (let start = 0; start < k; start += sliceRows) {
      const rows = Math.min(sliceRows, k - start);
      const left = backend.makeOutput([1, n, rows], 'float32');
      const right = backend.makeOutput([1, rows, m], 'float32');
      const from = numbersOf(backend, a);
      const to = numbersOf(backend, left);
      for (let row = 0; row < n; row++) {
        to.set(from.subarray(row * k + start, row * k + start + rows), row * rows);
      }
      numbersOf(backend, right).set(numbersOf(backend, b).subarray(start * m, (start + rows) * m));
      const part = original({ ...call, inputs: { a: left, b: right } });
      addTo(numbersOf(backend, output), numbersOf(backend, part));
      for (const { dataId } of [left, right, part]) backend.disposeData(dataId);
    }
    return output;
  };

function addTo(total: Float32Array, part: Float32Array): void {
  for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (part[at] as number);
}

/** To XNNPACK's operators a tensor that is registered anew is another one. */
function forgetLayout({ wasm, dataIdMap }: BackendWasm, { dataId, shape }: tf.TensorInfo): void {
  const { id, memoryOffset } = dataIdMap.get(dataId);
  wasm.tfjs.disposeData(id);
  wasm.tfjs.registerTensor(id, tf.util.sizeFromShape(shape), memoryOffset);
}
