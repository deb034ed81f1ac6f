import type { Numbers } from '../../testing/numbers.ts';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

function convolution(x: Numbers, kernel: Numbers, bias: Numbers | undefined, padding: number): Numbers {
  const [h = 0, w = 0, c = 0] = x.shape;
  const [, , , d = 0] = kernel.shape;
  return made(
    [h + 2 * padding - 2, w + 2 * padding - 2, d],
    (i = 0, j = 0, l = 0) =>
      sumOf(3, p =>
        sumOf(3, q => sumOf(c, k => at(x, i + p - padding, j + q - padding, k) * at(kernel, p, q, k, l))),
      ) + (bias ? at(bias, l) : 0),
  );
}

const x = random([7, 5, 3], 1);
const kernel = random([3, 3, 3, 4], 2);
const bias = random([4], 3);
const mask = random([7, 5, 3], 4);

proveOp('conv2d', [
  ...[0, 1, 2].map(padding =>
    opCase({
      title: `padding ${padding}`,
      inputs: { x, kernel },
      build: (ir, given) => ir.conv2d(given, { padding, relu: false }),
      expected: given => convolution(given.x, given.kernel, undefined, padding),
      gradients: ['x'],
      flops: 2 * 9 * 3 * 4 * (7 + 2 * padding - 2) * (5 + 2 * padding - 2),
    }),
  ),
  opCase({
    title: 'with bias and ReLU folded in',
    inputs: { x, kernel, bias },
    build: (ir, given) => ir.conv2d(given, { padding: 1, relu: true }),
    expected: given => {
      const { shape, data } = convolution(given.x, given.kernel, given.bias, 1);
      return { shape, data: data.map(value => Math.max(0, value)) };
    },
    gradients: ['x'],
  }),
  opCase({
    title: 'of what a mask lets pass',
    inputs: { x, kernel, mask },
    build: (ir, given) => ir.conv2d(given, { padding: 1, relu: false }),
    expected: ({ x: all, kernel, mask }) => {
      const passing = made(all.shape, (i = 0, j = 0, k = 0) =>
        at(mask, i, j, k) > 0 ? at(all, i, j, k) : 0,
      );
      return convolution(passing, kernel, undefined, 1);
    },
    gradients: ['x'],
  }),
]);

proveWorkspace('conv2d', { x: [67, 45, 8], kernel: [3, 3, 8, 16], bias: [16] }, (ir, given) =>
  ir.conv2d(given, { padding: 1, relu: true }),
);

proveWorkspace('conv2d', { x: [67, 45, 8], kernel: [3, 3, 8, 16], mask: [67, 45, 8] }, (ir, given) =>
  ir.conv2d(given, { padding: 1, relu: false }),
);
