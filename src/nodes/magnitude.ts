import type { Ir } from '../runtime/ir/program.ts';
import { elements, type Value } from '../runtime/ir/value.ts';

/** mean(√(x² + 10⁻⁶)): the mean absolute value, rounded at 0, where a corner would have no slope. */
export function meanMagnitude(ir: Ir, x: Value): Value {
  const squares = ir.affine({ x: ir.multiply({ a: x, b: x }) }, { factor: 1, offset: 1e-6 });
  const total = ir.sum({ x: ir.squareRoot({ x: squares }) });
  return ir.affine({ x: total }, { factor: 1 / elements(x.shape), offset: 0 });
}
