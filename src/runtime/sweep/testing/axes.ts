/** Axes and grids as numbers alone, for tests of what is counted and ordered. */
import type { Axis } from '../axis.ts';
import { type Grid, gridOf } from '../grid.ts';

/** Values 0 to `count` − 1. */
export const axisOf = (path: string, count: number, live = true): Axis => ({
  path,
  live,
  values: Array.from({ length: count }, (_, value) => ({ label: `${value}`, text: `${value}`, value })),
});

export function gridOver(...axes: readonly Axis[]): Grid {
  const grid = gridOf(axes);
  if (!grid.ok) throw new Error(grid.reason.id);
  return grid.value;
}
