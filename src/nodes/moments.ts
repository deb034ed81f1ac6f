/** Means, deviations and covariance of channels over all positions, as statistics and colour matching take them. */
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

/** [H, W, C] → [HW, C]: a row for each position. */
export function positionsOf(ir: Ir, x: Value): Value {
  const [height = 0, width = 0, channels = 0] = x.shape;
  return ir.reshape({ x }, { shape: [height * width, channels] });
}

/** [HW, C] → [1, C]. */
export function meansOf(ir: Ir, positions: Value): Value {
  const [count = 1] = positions.shape;
  return ir.matmul({ a: ir.fill({}, { shape: [1, count], value: 1 / count }), b: positions });
}

/** [1, C] → [count, C]: the same row everywhere. */
export const everywhere = (ir: Ir, row: Value, count: number): Value =>
  ir.matmul({ a: ir.fill({}, { shape: [count, 1], value: 1 }), b: row });

/** [H, W, C] → [1, C], squared deviations from the means plus `floor`, which keeps a root's slope finite. */
export function variancesOf(ir: Ir, x: Value, floor: number): Value {
  const positions = positionsOf(ir, x);
  const means = meansOf(ir, positions);
  const squares = meansOf(ir, ir.multiply({ a: positions, b: positions }));
  const variances = ir.subtract({ a: squares, b: ir.multiply({ a: means, b: means }) });
  // A channel that hardly varies may come out just below zero by rounding.
  return ir.affine({ x: ir.relu({ x: variances }) }, { factor: 1, offset: floor });
}

/** [H, W, C] → [C, C]: FᵀF/(HW) − μᵀμ. */
export function covarianceOf(ir: Ir, x: Value): Value {
  const [height = 0, width = 0] = x.shape;
  const products = ir.gram({ features: x }, { divisor: height * width });
  const means = meansOf(ir, positionsOf(ir, x));
  return ir.subtract({ a: products, b: ir.matmul({ a: ir.transpose({ x: means }), b: means }) });
}
