import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

proveOp('pack', [
  opCase({
    title: 'scalars in the order of their names',
    inputs: { total: random([], 1), content: random([], 2), style: random([], 3) },
    build: (ir, given) => ir.pack(given),
    expected: ({ total, content, style }) => made([3], (i = 0) => at([content, style, total][i] ?? total)),
    gradients: [],
    flops: 0,
  }),
]);

proveWorkspace('pack', { a: [], b: [] }, (ir, given) => ir.pack(given));
