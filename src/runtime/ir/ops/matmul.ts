/** The product of two matrices: [n, k] with [k, m] → [n, m]. */
import * as tf from '@tensorflow/tfjs-core';
import type { Op } from '../op.ts';
import { byOwnKernel, matrixProduct } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const matmul: Op<'a' | 'b'> = {
  name: 'matmul',
  version: 1,
  shape: ({ a, b }) => {
    const [n = 0, k] = a;
    const [rows, m = 0] = b;
    if (a.length !== 2 || b.length !== 2 || k !== rows) {
      throw new RangeError(`matmul: [${a.join()}] and [${b.join()}] do not fit.`);
    }
    return [n, m];
  },
  flops: ({ a: [, k = 0] }, _, output) => 2 * k * elements(output),
  // Transposed explicitly: on wasm only products of what is not are fast.
  gradient: (ir, { inputs: { a, b } }, dy) => ({
    a: () => ir.matmul({ a: dy, b: ir.transpose({ x: b }) }),
    b: () => ir.matmul({ a: ir.transpose({ x: a }), b: dy }),
  }),
  run: ({ a, b }) => byOwnKernel(matrixProduct, { a, b }) ?? tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D),
};
