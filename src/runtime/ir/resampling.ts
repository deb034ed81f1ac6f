/**
 * Resampling of one axis as a matrix: row i holds the weights with which the old pixels make up the new
 * pixel i. A matrix is the same on every backend, and its transpose is its exact adjoint, which tfjs' own
 * resize kernels lack. When shrinking, the filter widens with the step, so that nothing aliases (as in PIL).
 */

export type Filter = 'bilinear' | 'bicubic' | 'area';

const filters: Readonly<Record<Exclude<Filter, 'area'>, { radius: number; weight(x: number): number }>> = {
  bilinear: { radius: 1, weight: x => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { radius: 2, weight: catmullRom },
};

/** Keys' cubic convolution with a = −1/2. */
function catmullRom(x: number): number {
  const distance = Math.abs(x);
  if (distance < 1) return (1.5 * distance - 2.5) * distance * distance + 1;
  if (distance < 2) return ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
  return 0;
}

/** The matrix [to, from], row by row. Rows sum to one: at the edges the pixels that exist share the weight. */
export function resamplingMatrix(from: number, to: number, filter: Filter): Float32Array<ArrayBuffer> {
  const matrix = new Float32Array(to * from);
  const step = from / to;
  const widening = Math.max(1, step);
  for (let row = 0; row < to; row++) {
    const weights = new Map<number, number>();
    if (filter === 'area') {
      const [start, end] = [row * step, (row + 1) * step];
      for (let pixel = Math.floor(start); pixel < Math.min(from, end); pixel++) {
        weights.set(pixel, Math.min(pixel + 1, end) - Math.max(pixel, start));
      }
    } else {
      const { radius, weight } = filters[filter];
      const centre = (row + 0.5) * step - 0.5;
      const first = Math.max(0, Math.ceil(centre - radius * widening));
      const last = Math.min(from - 1, Math.floor(centre + radius * widening));
      for (let pixel = first; pixel <= last; pixel++) {
        weights.set(pixel, weight((pixel - centre) / widening));
      }
    }
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [pixel, weight] of weights) matrix[row * from + pixel] = weight / total;
  }
  return matrix;
}

/** Rows and columns of a matrix [rows, columns] exchanged. */
export function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}
