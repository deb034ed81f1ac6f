/** While something is moved: the edges and middles of others that it is almost in line with, and the place where it is. */
import type { Position } from '../document.ts';
import type { Box } from './thing.ts';

/** A line to draw: at `at` on its axis, over the boxes that it joins. `x` lines are upright. */
export interface SnapLine {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly position: Position;
  readonly lines: readonly SnapLine[];
}

/** `reach` is how far, in units of the canvas, a line attracts. Linear in the number of others. */
export function snap(moving: Box, others: readonly Box[], reach: number): Snapped {
  const x = moving.x + (shiftAlong('x', moving, others, reach) ?? 0);
  const y = moving.y + (shiftAlong('y', moving, others, reach) ?? 0);
  const placed = { ...moving, x, y };
  return {
    position: { x, y },
    lines: [...linesAlong('x', placed, others), ...linesAlong('y', placed, others)],
  };
}

type Axis = SnapLine['axis'];

/** Start, middle and end along an axis. */
function marks(axis: Axis, box: Box): readonly number[] {
  const [start, length] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  return [start, start + length / 2, start + length];
}

/** The shortest way onto a line, if one is within reach. */
function shiftAlong(axis: Axis, moving: Box, others: readonly Box[], reach: number): number | undefined {
  let best: number | undefined;
  const mine = marks(axis, moving);
  for (const other of others) {
    for (const line of marks(axis, other)) {
      for (const mark of mine) {
        const shift = line - mark;
        if (Math.abs(shift) <= reach && (best === undefined || Math.abs(shift) < Math.abs(best)))
          best = shift;
      }
    }
  }
  return best;
}

/** Sums of halves and thirds are not exact. */
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a));

function linesAlong(axis: Axis, placed: Box, others: readonly Box[]): SnapLine[] {
  const across = axis === 'x' ? 'y' : 'x';
  const ends = (box: Box): readonly [number, number] => {
    const [start = 0, , end = 0] = marks(across, box);
    return [start, end];
  };
  return [...new Set(marks(axis, placed))].flatMap(at => {
    const joined = others.filter(other => marks(axis, other).some(line => same(line, at)));
    if (joined.length === 0) return [];
    let [from, to] = ends(placed);
    for (const other of joined) {
      const [start, end] = ends(other);
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
    return [{ axis, at, from, to }];
  });
}
