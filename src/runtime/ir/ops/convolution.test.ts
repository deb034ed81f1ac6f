import type { Numbers } from '../../testing/numbers.ts';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

interface Way {
  readonly stride: number;
  readonly padding: 'same' | 'valid';
}

/** Zeros above or to the left: the smaller half of those that the last position needs. */
const before = (extent: number, kernel: number, { stride, padding }: Way): number =>
  padding === 'valid'
    ? 0
    : Math.floor(Math.max(0, (Math.ceil(extent / stride) - 1) * stride + kernel - extent) / 2);

function convolution(
  x: Numbers,
  kernel: Numbers,
  way: Way,
  shape: readonly number[],
  bias?: Numbers,
): Numbers {
  const [h = 0, w = 0, c = 0] = x.shape;
  const [rows = 0, columns = 0] = kernel.shape;
  const [top, left] = [before(h, rows, way), before(w, columns, way)];
  return made(
    shape,
    (i = 0, j = 0, d = 0) =>
      sumOf(rows, p =>
        sumOf(columns, q =>
          sumOf(
            c,
            k => at(x, i * way.stride + p - top, j * way.stride + q - left, k) * at(kernel, p, q, k, d),
          ),
        ),
      ) + (bias ? at(bias, d) : 0),
  );
}

const x = random([7, 6, 3], 1);

proveOp('convolution', [
  opCase({
    title: 'stride 2 with as many zeros as it takes',
    inputs: { x, kernel: random([3, 3, 3, 4], 2) },
    build: (ir, given) => ir.convolution(given, { stride: 2, padding: 'same' }),
    expected: given => convolution(given.x, given.kernel, { stride: 2, padding: 'same' }, [4, 3, 4]),
    gradients: ['x'],
    flops: 2 * 9 * 3 * 4 * 4 * 3,
  }),
  opCase({
    title: 'a 5×5 kernel with a bias and no border',
    inputs: { x, kernel: random([5, 5, 3, 2], 3), bias: random([2], 4) },
    build: (ir, given) => ir.convolution(given, { stride: 1, padding: 'valid' }),
    expected: ({ bias, ...given }) =>
      convolution(given.x, given.kernel, { stride: 1, padding: 'valid' }, [3, 2, 2], bias),
    gradients: ['x'],
  }),
]);

proveWorkspace('convolution', { x: [67, 45, 8], kernel: [9, 9, 8, 16], bias: [16] }, (ir, given) =>
  ir.convolution(given, { stride: 1, padding: 'same' }),
);
