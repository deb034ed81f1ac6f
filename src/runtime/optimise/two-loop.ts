import type { Ir } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';

/** What one step has taught. `curvature` is 1 / (stepᵀ change), or 0 where there is no such pair (yet). */
export interface Pair {
  readonly step: Value;
  readonly change: Value;
  readonly curvature: Value;
}

/**
 * The inverse Hessian that `pairs` (the newest first) make of `scale` · identity, times `gradient`: the two-loop
 * recursion (Nocedal and Wright 2006, algorithm 7.4). No matrix is made; a pair whose curvature is 0 changes nothing.
 */
export function inverseHessian(ir: Ir, gradient: Value, pairs: readonly Pair[], scale: Value): Value {
  const dot = (a: Value, b: Value) => ir.sum({ x: ir.multiply({ a, b }) });
  let direction = gradient;
  const shares = pairs.map(({ step, change, curvature }) => {
    const share = ir.multiply({ a: curvature, b: dot(step, direction) });
    direction = ir.subtract({ a: direction, b: ir.scale({ x: change, by: share }) });
    return share;
  });
  direction = ir.scale({ x: direction, by: scale });
  for (const [at, { step, change, curvature }] of [...pairs.entries()].reverse()) {
    const share = shares[at] ?? curvature;
    const excess = ir.subtract({ a: share, b: ir.multiply({ a: curvature, b: dot(change, direction) }) });
    direction = ir.add({ a: direction, b: ir.scale({ x: step, by: excess }) });
  }
  return direction;
}
