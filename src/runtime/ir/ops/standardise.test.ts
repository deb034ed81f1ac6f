import type { Numbers } from '../../testing/numbers.ts';
import { at, made, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

function standardised(x: Numbers, epsilon: number): Numbers {
  const [h = 0, w = 0] = x.shape;
  const mean = (of: (i: number, j: number) => number) => sumOf(h, i => sumOf(w, j => of(i, j))) / (h * w);
  return made(x.shape, (i = 0, j = 0, c = 0) => {
    const centre = mean((p, q) => at(x, p, q, c));
    const variance = mean((p, q) => (at(x, p, q, c) - centre) ** 2);
    return (at(x, i, j, c) - centre) / Math.sqrt(variance + epsilon);
  });
}

proveOp('standardise', [
  opCase({
    title: 'an odd size',
    inputs: { x: random([7, 5, 3], 1, 0, 4) },
    build: (ir, given) => ir.standardise(given, { epsilon: 1e-5 }),
    expected: given => standardised(given.x, 1e-5),
  }),
  opCase({
    title: 'a large ε',
    inputs: { x: random([3, 4, 2], 2) },
    build: (ir, given) => ir.standardise(given, { epsilon: 0.5 }),
    expected: given => standardised(given.x, 0.5),
  }),
]);

proveWorkspace('standardise', { x: [67, 45, 8] }, (ir, given) => ir.standardise(given, { epsilon: 1e-3 }));
