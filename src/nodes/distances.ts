/** Distances between positions: every row of one matrix against every row of another. */
import type { Ir } from '../runtime/ir/program.ts';
import { elements, type Value } from '../runtime/ir/value.ts';

/** [n, k] → [n, 1]. */
export function rowSums(ir: Ir, x: Value): Value {
  const [, columns = 0] = x.shape;
  return ir.matmul({ a: x, b: ir.fill({}, { shape: [columns, 1], value: 1 }) });
}

/** [n, 1] → [n, columns]: the same number all along a row. */
export const alongRows = (ir: Ir, x: Value, columns: number): Value =>
  ir.matmul({ a: x, b: ir.fill({}, { shape: [1, columns], value: 1 }) });

/** [n, m] → [n, 1]: the largest number of each row. */
export const rowMaxima = (ir: Ir, x: Value): Value =>
  rowSums(ir, ir.multiply({ a: ir.largest({ x }), b: x }));

/** [n, m] → [n, 1]: the smallest number of each row. */
export const rowMinima = (ir: Ir, x: Value): Value => negative(ir, rowMaxima(ir, negative(ir, x)));

const negative = (ir: Ir, x: Value): Value => ir.affine({ x }, { factor: -1, offset: 0 });

/** The mean of all elements: a scalar. */
export const mean = (ir: Ir, x: Value): Value =>
  ir.affine({ x: ir.sum({ x }) }, { factor: 1 / elements(x.shape), offset: 0 });

/** [n, k] → [n, k], each row of length 1; a row of zeros stays what it is. */
export function unitRows(ir: Ir, x: Value): Value {
  const [, columns = 0] = x.shape;
  const squares = rowSums(ir, ir.multiply({ a: x, b: x }));
  const lengths = ir.squareRoot({ x: ir.affine({ x: squares }, { factor: 1, offset: 1e-8 }) });
  return ir.divide({ a: x, b: alongRows(ir, lengths, columns) });
}

/** [n, k] and [m, k] → [n, m]: every row of one times every row of the other. */
export const products = (ir: Ir, a: Value, b: Value): Value => ir.matmul({ a, b: ir.transpose({ x: b }) });

/** 1 − cos of the angle between rows, 0 to 2. */
export const cosineDistances = (ir: Ir, a: Value, b: Value): Value =>
  ir.affine({ x: products(ir, unitRows(ir, a), unitRows(ir, b)) }, { factor: -1, offset: 1 });

/** ‖a − b‖², of which rounding may leave less than nothing, which is cut off. */
export function squaredDistances(ir: Ir, a: Value, b: Value): Value {
  const [[rows = 0], [columns = 0]] = [a.shape, b.shape];
  const squares = (x: Value) => rowSums(ir, ir.multiply({ a: x, b: x }));
  const ofB = ir.transpose({ x: alongRows(ir, squares(b), rows) });
  const both = ir.add({ a: alongRows(ir, squares(a), columns), b: ofB });
  const twice = ir.affine({ x: products(ir, a, b) }, { factor: 2, offset: 0 });
  return ir.relu({ x: ir.subtract({ a: both, b: twice }) });
}
