/**
 * Foam as a block cutter sees it: every crest ends in fingers, every finger in smaller fingers, all hooked.
 */
import type { Point } from './brush.ts';
import { ribbon } from './outline.ts';
import type { Random } from './random.ts';

export type Claw = {
  readonly shape: readonly Point[];
  readonly spine: readonly Point[];
  readonly breadth: number;
};

/** The fingers that grow from a place in a direction (radians); `hook` is how fast they turn, and to which side. */
export function claws(
  place: Point,
  direction: number,
  size: number,
  hook: number,
  depth: number,
  random: Random,
): Claw[] {
  const steps = 9;
  const spine: Point[] = [place];
  let [x, y] = place;
  let angle = direction;
  const length = size * random.between(0.85, 1.2);
  for (let k = 1; k <= steps; k++) {
    angle += (hook * (0.4 + k / steps)) / steps;
    x += (Math.cos(angle) * length) / steps;
    y += (Math.sin(angle) * length) / steps;
    spine.push([x, y]);
  }
  const breadth = size * 0.36;
  const shape = ribbon(spine, t => breadth * (1 - t) ** 0.75 * (1 + 0.25 * Math.sin(t * 9)));
  const own: Claw = { shape, spine, breadth };
  if (depth === 0) return [own];
  const children = [0.3, 0.52, 0.74, 0.95].flatMap((t, k) => {
    const from = spine[Math.round(t * steps)] ?? place;
    const bend = direction + hook * t * 0.9 + (k % 2 ? -0.75 : 0.8) * random.between(0.6, 1.1);
    return claws(from, bend, size * random.between(0.42, 0.58), hook * 1.15, depth - 1, random);
  });
  return [own, ...children];
}
