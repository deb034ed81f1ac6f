/**
 * The channels by how much fires in them: by the diagonal of a Gram matrix, the largest first. In this order what
 * belongs together lies together, where the order of their numbers says nothing.
 *
 * @returns The channel that stands at each place.
 */
export function byActivity(gram: Float32Array, channels: number): readonly number[] {
  const energy = (channel: number) => gram[channel * channels + channel] ?? 0;
  return Array.from({ length: channels }, (_, channel) => channel).sort(
    (a, b) => energy(b) - energy(a) || a - b,
  );
}

/** A matrix with its rows and columns in `order`. */
export function reordered(matrix: Float32Array, order: readonly number[]): Float32Array {
  const channels = order.length;
  const sorted = new Float32Array(matrix.length);
  order.forEach((row, at) => {
    order.forEach((column, beside) => {
      sorted[at * channels + beside] = matrix[row * channels + column] ?? 0;
    });
  });
  return sorted;
}
