/** Cutting values by rows, and laying them together again. */
import type { Ir } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';

/** Names whose order is that of the list. */
export const namesOf = (values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map((value, at) => [`part${String(at).padStart(5, '0')}`, value]));

/** Rows `from` up to `to` of a picture or a matrix. */
export function rowsFrom(ir: Ir, x: Value, from: number, to: number): Value {
  const [height = 1, width = 1, ...deep] = x.shape;
  if (from === 0 && to === height) return x;
  const picture = deep.length === 0 ? ir.reshape({ x }, { shape: [height, width, 1] }) : x;
  const rows = ir.crop(
    { x: picture },
    { whole: [height, width], at: [from, 0], size: [to - from, width], adjoint: false },
  );
  return deep.length === 0 ? ir.reshape({ x: rows }, { shape: [to - from, width] }) : rows;
}

export const joined = (ir: Ir, parts: readonly Value[]): Value => ir.concatenate(namesOf(parts));

/** Rows `from` up to `to` of what lies in bands one below the other. */
export function between(ir: Ir, bands: readonly Value[], from: number, to: number): Value {
  const parts: Value[] = [];
  let start = 0;
  for (const band of bands) {
    const height = band.shape[0] ?? 0;
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, height)];
    if (first < last) parts.push(rowsFrom(ir, band, first, last));
    start += height;
  }
  return joined(ir, parts);
}
