/** Distributions of single numbers, compared by sorting: the Wasserstein distance in one dimension. */
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

/** Each row sorted, the largest first. */
export const sorted = (ir: Ir, x: Value): Value =>
  ir.arrange({ x, order: ir.order({ x }) }, { inverse: false });

/** `target` with as many columns as `picture` has: where their sizes differ, it is read at the nearest rank. */
export function atRanksOf(ir: Ir, picture: Value, target: Value): Value {
  const [[, to = 0], [, from = 0]] = [picture.shape, target.shape];
  return ir.nearest({ x: target }, { axis: 1, from, to, adjoint: false });
}
