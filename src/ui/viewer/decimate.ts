/**
 * Fewer points of a long curve, with its peaks: of each stretch the first, the least, the largest and the last
 * remain, at the places where they are, so that nothing that can be seen is lost.
 */

/** Indices of at most `most` points that keep the look of all `curves`. */
export function decimated(
  length: number,
  curves: readonly (readonly (number | null)[])[],
  most: number,
): readonly number[] {
  const perStretch = 2 + 2 * curves.length;
  if (length <= Math.max(most, perStretch)) return Array.from({ length }, (_, i) => i);
  const stretches = Math.max(1, Math.floor(most / perStretch));
  const kept = new Set<number>();
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches);
    const until = Math.floor(((stretch + 1) * length) / stretches);
    kept.add(from).add(until - 1);
    for (const curve of curves) for (const extreme of extremes(curve, from, until)) kept.add(extreme);
  }
  return [...kept].sort((a, b) => a - b);
}

function extremes(curve: readonly (number | null)[], from: number, until: number): readonly number[] {
  let [least, largest] = [-1, -1];
  for (let i = from; i < until; i++) {
    const value = curve[i];
    if (value === null || value === undefined) continue;
    if (least < 0 || value < (curve[least] ?? 0)) least = i;
    if (largest < 0 || value > (curve[largest] ?? 0)) largest = i;
  }
  return least < 0 ? [] : [least, largest];
}
