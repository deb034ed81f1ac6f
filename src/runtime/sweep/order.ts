/**
 * The order in which cells are painted. Coarse to fine: first the ends and the middle of each axis, then the
 * middles between, so that the whole range can be seen early. Among equals, cells that share their targets are
 * neighbours: what only the loop is fed (weights, learning rates) varies fastest, what changes targets slowest.
 */
import type { Axis } from './axis.ts';
import type { Cell, Grid } from './grid.ts';

type Gap = readonly [from: number, to: number];

const isOpen = ([from, to]: Gap): boolean => to - from > 1;

/** For each of `count` positions in a row the round in which it is visited, 0 for its ends and its middle. */
export function rounds(count: number): number[] {
  const round = Array.from({ length: count }, () => 0);
  let gaps: Gap[] = [[0, count - 1]];
  for (let now = 0; gaps.some(isOpen); now++) {
    gaps = gaps.filter(isOpen).flatMap(([from, to]): Gap[] => {
      const middle = (from + to) >> 1;
      round[middle] = now;
      return [
        [from, middle],
        [middle, to],
      ];
    });
  }
  return round;
}

/** All cells as they share targets: side by side where only live parameters differ. */
export function byTargets({ axes, cells }: Grid): Cell[] {
  const order = slowestFirst(axes);
  return cells.toSorted((a, b) => compareAt(order, a, b));
}

/** `cells`, some of the grid's or all, in the order in which they are to be painted. */
export function coarseToFine({ axes }: Grid, cells: readonly Cell[]): Cell[] {
  const order = slowestFirst(axes);
  const roundOf = axes.map(({ values }) => rounds(values.length));
  const coarseness = ({ at }: Cell) => Math.max(...at.map((value, axis) => roundOf[axis]?.[value] ?? 0));
  return cells.toSorted((a, b) => {
    const round = coarseness(a);
    // Every other round goes backwards: it begins with the targets that the one before ended with.
    return round - coarseness(b) || (round % 2 === 0 ? 1 : -1) * compareAt(order, a, b);
  });
}

/** The axes by number, those that change targets before those that do not. */
const slowestFirst = (axes: readonly Axis[]): number[] =>
  axes.map((_, axis) => axis).sort((a, b) => Number(axes[a]?.live) - Number(axes[b]?.live) || a - b);

function compareAt(order: readonly number[], a: Cell, b: Cell): number {
  for (const axis of order) {
    const difference = (a.at[axis] ?? 0) - (b.at[axis] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
