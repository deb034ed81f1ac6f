import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

/** Two rows, each a permutation of its own. */
const order = made([2, 7], (i = 0, k = 0) => (3 * k + 5 * i + 1) % 7);

proveOp('arrange', [
  opCase({
    title: 'in an order that is given',
    inputs: { x: random([2, 7], 1), order },
    build: (ir, given) => ir.arrange(given, { inverse: false }),
    expected: ({ x, order }) => made([2, 7], (i = 0, k = 0) => at(x, i, Math.round(at(order, i, k)))),
    gradients: ['x'],
    flops: 0,
  }),
  opCase({
    title: 'back from it',
    inputs: { x: random([2, 7], 1), order },
    build: (ir, given) => ir.arrange(given, { inverse: true }),
    expected: ({ x, order }) =>
      made([2, 7], (i = 0, place = 0) => {
        const from = Array.from({ length: 7 }, (_, k) => Math.round(at(order, i, k))).indexOf(place);
        return at(x, i, from);
      }),
    gradients: ['x'],
  }),
  opCase({
    title: 'sorted, the largest first',
    inputs: { x: random([3, 50], 1, -5, 5) },
    build: (ir, { x }) => ir.arrange({ x, order: ir.order({ x }) }, { inverse: false }),
    expected: ({ x }) => {
      const rows = [0, 1, 2].map(i =>
        Array.from({ length: 50 }, (_, j) => at(x, i, j)).sort((a, b) => b - a),
      );
      return made([3, 50], (i = 0, k = 0) => rows[i]?.[k] ?? Number.NaN);
    },
  }),
]);

for (const inverse of [false, true]) {
  proveWorkspace(`arrange, inverse ${inverse}`, { x: [16, 3000] }, (ir, { x }) =>
    ir.arrange({ x, order: ir.order({ x }) }, { inverse }),
  );
}
