/** The Cholesky factor of a 3×3 matrix, written out: small enough for an op for each number. */
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

type Entry = readonly [row: 0 | 1 | 2, column: 0 | 1 | 2];

/** The lower triangle, row by row. */
type Triangle = readonly [Value, Value, Value, Value, Value, Value];

const places: readonly Entry[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 1],
  [2, 2],
];

/** L with L·Lᵀ = `a`, and its inverse; `a` is symmetric and positive. */
export function choleskyFactors(ir: Ir, a: Value): { readonly factor: Value; readonly inverse: Value } {
  const less = (x: Value, y: Value) => ir.subtract({ a: x, b: y });
  const times = (x: Value, y: Value) => ir.multiply({ a: x, b: y });
  const over = (x: Value, y: Value) => ir.divide({ a: x, b: y });
  const root = (x: Value) => ir.squareRoot({ x });
  const minus = (x: Value) => ir.affine({ x }, { factor: -1, offset: 0 });
  const one = ir.fill({}, { shape: [], value: 1 });
  const at = (entry: Entry) => entryOf(ir, a, entry);

  const l00 = root(at([0, 0]));
  const l10 = over(at([1, 0]), l00);
  const l11 = root(less(at([1, 1]), times(l10, l10)));
  const l20 = over(at([2, 0]), l00);
  const l21 = over(less(at([2, 1]), times(l20, l10)), l11);
  const l22 = root(less(less(at([2, 2]), times(l20, l20)), times(l21, l21)));

  const [m00, m11, m22] = [over(one, l00), over(one, l11), over(one, l22)];
  const m10 = minus(times(m11, times(l10, m00)));
  const m21 = minus(times(m22, times(l21, m11)));
  const m20 = minus(times(m22, ir.add({ a: times(l20, m00), b: times(l21, m10) })));
  return {
    factor: triangle(ir, [l00, l10, l11, l20, l21, l22]),
    inverse: triangle(ir, [m00, m10, m11, m20, m21, m22]),
  };
}

function entryOf(ir: Ir, matrix: Value, [row, column]: Entry): Value {
  const unit = (at: number, shape: readonly [number, number]) =>
    ir.constant({}, { shape, numbers: [0, 1, 2].map(each => Number(each === at)) });
  const picked = ir.matmul({ a: ir.matmul({ a: unit(row, [1, 3]), b: matrix }), b: unit(column, [3, 1]) });
  return ir.reshape({ x: picked }, { shape: [] });
}

const triangle = (ir: Ir, numbers: Triangle): Value =>
  numbers
    .map((by, index) => {
      const [row, column] = places[index] ?? [0, 0];
      const only = Array.from({ length: 9 }, (_, at) => Number(at === 3 * row + column));
      return ir.scale({ x: ir.constant({}, { shape: [3, 3], numbers: only }), by });
    })
    .reduce((a, b) => ir.add({ a, b }));
