/** How a stage is cut into bands of whole rows. */

export interface Bands {
  /** So many blocks of each encoder, counted from its picture, are computed band by band, and once more on the way back. */
  readonly blocks: number;
  /** Rows of a band, of what enters its block; as many in each block, since a row takes about the same memory in all. */
  readonly rows: number;
}

/**
 * Where bands of about `rows` rows begin, and where the last one ends: even rows, so that a pooling's blocks are not
 * cut apart, but for the last, which takes what is left.
 */
export function boundsOf(height: number, rows: number): readonly number[] {
  const pairs = Math.floor(height / 2);
  const count = Math.max(1, Math.min(pairs, Math.ceil(height / rows)));
  return Array.from({ length: count + 1 }, (_, at) =>
    at === count ? height : 2 * Math.round((at * pairs) / count),
  );
}
