/** Masks among values: one channel, 0 for out and 1 for in. */
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

/** [H, W, 1] → [H, W, channels], the same in each. */
export function eachChannel(ir: Ir, mask: Value, channels: number): Value {
  const [height = 0, width = 0] = mask.shape;
  const rows = ir.reshape({ x: mask }, { shape: [height * width, 1] });
  const across = ir.matmul({ a: rows, b: ir.fill({}, { shape: [1, channels], value: 1 }) });
  return ir.reshape({ x: across }, { shape: [height, width, channels] });
}

/** A mask at another size, each pixel the mean of those that it covers. */
export function maskAt(ir: Ir, mask: Value, [height, width]: readonly [number, number]): Value {
  const [from = 1, across = 1] = mask.shape;
  return ir.resample(
    { x: mask },
    { from: [from, across], to: [height, width], filter: 'area', adjoint: false },
  );
}
