import type { Ir } from '../runtime/ir/program.ts';
import { elements, type Value } from '../runtime/ir/value.ts';

/** Roots of eigenvalues down to some 10⁻⁴ of the largest have settled by then; crowsonkb takes as many. */
const iterations = 12;

export interface MatrixRoots {
  /** A^½ */
  readonly root: Value;
  /** A^−½ */
  readonly inverse: Value;
}

/** The square root of a symmetric positive matrix [C, C]. */
export const matrixRoot = (ir: Ir, a: Value): Value => matrixRoots(ir, a).root;

/**
 * The square root of a symmetric positive matrix [C, C], and its inverse, by Newton and Schulz's iteration, which
 * takes products alone: Y ← Y·T and Z ← T·Z with T = (3 − Z·Y)/2, from Y = A/‖A‖ and Z = 1 (Higham 2008, eq. 6.35).
 */
export function matrixRoots(ir: Ir, a: Value, steps = iterations): MatrixRoots {
  const [size = 0] = a.shape;
  const unit = ir.identity({}, { size });
  // ‖A‖ in Frobenius' norm is not below the largest eigenvalue, so the iteration converges.
  const squares = ir.affine({ x: ir.meanSquare({ x: a }) }, { factor: elements(a.shape), offset: 1e-30 });
  const norm = ir.squareRoot({ x: squares });
  let y = ir.scale({ x: a, by: reciprocal(ir, norm) });
  let z = unit;
  for (let step = 0; step < steps; step++) {
    const product = step === 0 ? y : ir.matmul({ a: z, b: y });
    const towards = ir.subtract({
      a: ir.affine({ x: unit }, { factor: 1.5, offset: 0 }),
      b: ir.affine({ x: product }, { factor: 0.5, offset: 0 }),
    });
    y = ir.matmul({ a: y, b: towards });
    z = step === 0 ? towards : ir.matmul({ a: towards, b: z });
  }
  const root = ir.squareRoot({ x: norm });
  return { root: ir.scale({ x: y, by: root }), inverse: ir.scale({ x: z, by: reciprocal(ir, root) }) };
}

/** 1/x of a scalar. */
export const reciprocal = (ir: Ir, x: Value): Value =>
  ir.divide({ a: ir.fill({}, { shape: [], value: 1 }), b: x });
