/** The tile that a key leads to from the one `at`, of `count` in rows of `columns`; −1 where it leads nowhere. */
export function tileReached(key: string, at: number, columns: number, count: number): number {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (step === undefined) return -1;
  const next = at + step;
  return next >= 0 && next < count ? next : -1;
}
