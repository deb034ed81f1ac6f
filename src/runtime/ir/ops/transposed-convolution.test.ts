import type { Numbers } from '../../testing/numbers.ts';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

/** Every position adds its multiple of the kernel to the result, stride by stride. */
function spread(x: Numbers, kernel: Numbers, stride: number, shape: readonly number[]): Numbers {
  const [h = 0, w = 0, d = 0] = x.shape;
  const [rows = 0, columns = 0] = kernel.shape;
  const before = (small: number, large: number, size: number) =>
    Math.floor(Math.max(0, (small - 1) * stride + size - large) / 2);
  const [top, left] = [before(h, shape[0] ?? 0, rows), before(w, shape[1] ?? 0, columns)];
  return made(shape, (i = 0, j = 0, c = 0) =>
    sumOf(h, p =>
      sumOf(w, q =>
        sumOf(d, k => {
          const [row, column] = [i + top - p * stride, j + left - q * stride];
          return row < 0 || column < 0 ? 0 : at(x, p, q, k) * at(kernel, row, column, c, k);
        }),
      ),
    ),
  );
}

proveOp('transposedConvolution', [
  opCase({
    title: 'twice the size',
    inputs: { x: random([4, 3, 3], 1), kernel: random([3, 3, 2, 3], 2) },
    build: (ir, given) => ir.transposedConvolution(given, { stride: 2, padding: 'same', size: [8, 6] }),
    expected: given => spread(given.x, given.kernel, 2, [8, 6, 2]),
    gradients: ['x'],
    flops: 2 * 9 * 2 * 3 * 4 * 3,
  }),
  opCase({
    title: 'an odd size, as the gradient of a convolution has',
    inputs: { x: random([4, 3, 3], 3), kernel: random([5, 3, 2, 3], 4) },
    build: (ir, given) => ir.transposedConvolution(given, { stride: 2, padding: 'same', size: [7, 5] }),
    expected: given => spread(given.x, given.kernel, 2, [7, 5, 2]),
    gradients: ['x'],
  }),
]);

proveWorkspace('transposedConvolution', { x: [34, 23, 8], kernel: [3, 3, 16, 8] }, (ir, given) =>
  ir.transposedConvolution(given, { stride: 2, padding: 'same', size: [68, 46] }),
);
