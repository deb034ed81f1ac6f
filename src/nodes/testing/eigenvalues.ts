import { dot, type Rows, turned } from './feature-loss.ts';

export const times = (a: Rows, b: Rows): number[][] => {
  const columns = turned(b);
  return a.map(row => columns.map(column => dot(row, column)));
};

/** `of` a symmetric matrix: of each of its eigenvalues, which Jacobi's rotations find (Golub and Van Loan, 8.5). */
export function spectral(matrix: Rows, of: (eigenvalue: number) => number): number[][] {
  const size = matrix.length;
  let a = matrix.map(row => [...row]);
  let vectors = a.map((_, i) => a.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const angle = 0.5 * Math.atan2(2 * (a[p]?.[q] ?? 0), (a[q]?.[q] ?? 0) - (a[p]?.[p] ?? 0));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const entry = (i: number, j: number) =>
          i === j ? (i === p || i === q ? c : 1) : i === p && j === q ? s : i === q && j === p ? -s : 0;
        const rotation = a.map((_, i) => a.map((_, j) => entry(i, j)));
        a = times(times(turned(rotation), a), rotation);
        vectors = times(vectors, rotation);
      }
    }
  }
  const scaled = vectors.map(row => row.map((value, j) => value * of(a[j]?.[j] ?? 0)));
  return times(scaled, turned(vectors));
}
