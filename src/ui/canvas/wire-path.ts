/**
 * The way of a wire from an output, through the points that it is led through, to an input: a smooth curve that
 * leaves and enters horizontally and passes each point in the direction from its neighbour before to the one after.
 */
import type { Position } from '../../graph/document.ts';

/** A cubic curve: start, two handles, end. */
export type Curve = readonly [Position, Position, Position, Position];

/** `points` begins at the output and ends at the input. */
export function curvesThrough(points: readonly Position[]): readonly Curve[] {
  return points.slice(1).map((end, i): Curve => {
    const start = points[i] ?? end;
    const length = handleLength(start, end, points.length > 2);
    const leaving = directionAt(points, i);
    const entering = directionAt(points, i + 1);
    return [
      start,
      { x: start.x + leaving.x * length, y: start.y + leaving.y * length },
      { x: end.x - entering.x * length, y: end.y - entering.y * length },
      end,
    ];
  });
}

/** As long as half the way; a wire that goes back has to swing out first. */
function handleLength(start: Position, end: Position, isLed: boolean): number {
  const across = end.x - start.x;
  if (isLed) return Math.hypot(across, end.y - start.y) * 0.38;
  return across >= 0 ? across * 0.5 : 6.25 * Math.sqrt(-across);
}

const horizontal: Position = { x: 1, y: 0 };

function directionAt(points: readonly Position[], i: number): Position {
  const [before, after] = [points[i - 1], points[i + 1]];
  if (!before || !after) return horizontal;
  const [x, y] = [after.x - before.x, after.y - before.y];
  const length = Math.hypot(x, y);
  return length === 0 ? horizontal : { x: x / length, y: y / length };
}

/** As an SVG path. */
export function pathOf(curves: readonly Curve[]): string {
  const [first] = curves;
  if (!first) return '';
  const steps = curves.map(([, a, b, end]) => `C${a.x},${a.y} ${b.x},${b.y} ${end.x},${end.y}`);
  return `M${first[0].x},${first[0].y} ${steps.join(' ')}`;
}

export function pointOn([start, a, b, end]: Curve, t: number): Position {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(start.x, a.x, b.x, end.x), y: mix(start.y, a.y, b.y, end.y) };
}

/** About the middle of the way, where its label stands. */
export function middleOf(curves: readonly Curve[]): Position {
  const curve = curves[Math.floor(curves.length / 2)];
  // In the middle of a curve, not at its ends: those are points to be taken hold of.
  return curve ? pointOn(curve, 0.5) : { x: 0, y: 0 };
}

/** Between which of the points a new one at `at` belongs: the index of the nearest curve. */
export function nearestCurve(curves: readonly Curve[], at: Position): number {
  const samples = Array.from({ length: 17 }, (_, i) => i / 16);
  const distances = curves.map(curve =>
    Math.min(
      ...samples.map(t => {
        const { x, y } = pointOn(curve, t);
        return Math.hypot(x - at.x, y - at.y);
      }),
    ),
  );
  return distances.indexOf(Math.min(...distances));
}
