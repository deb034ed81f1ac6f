/**
 * Solids that rays can meet: convex bodies cut out by planes, and crowns of leaves.
 *
 * Houses, roofs, towers and walls are all convex, so one rule finds every hit: a ray is inside a body while it is
 * behind all of its planes.
 */
import { noise3 } from './noise.ts';
import type { Direction } from './sky.ts';

export type Place = readonly [number, number, number];
/** What is behind a plane: n · p ≤ d. */
export type Plane = readonly [nx: number, ny: number, nz: number, d: number];

export type Body = {
  readonly planes: readonly Plane[];
  readonly centre: Place;
  readonly radius: number;
  readonly skin: string;
  /** Distinguishes two bodies of one skin: colours and patterns grow from it. */
  readonly seed: number;
  readonly low: Place;
  readonly high: Place;
};

export type Crown = { readonly centre: Place; readonly radius: number; readonly seed: number };
export type Scene = { readonly bodies: readonly Body[]; readonly crowns: readonly Crown[] };

export type Hit = { t: number; body: Body | undefined; crown: Crown | undefined; plane: Plane };

export function body(planes: readonly Plane[], low: Place, high: Place, skin: string, seed: number): Body {
  const centre: Place = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  const radius = Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2;
  return { planes, centre, radius, skin, seed, low, high };
}

export function block(low: Place, high: Place, skin: string, seed = 0): Body {
  return body(
    [
      [-1, 0, 0, -low[0]],
      [1, 0, 0, high[0]],
      [0, -1, 0, -low[1]],
      [0, 1, 0, high[1]],
      [0, 0, -1, -low[2]],
      [0, 0, 1, high[2]],
    ],
    low,
    high,
    skin,
    seed,
  );
}

/** An upright prism or pyramid over a regular polygon; `slope` is how much it narrows per metre of height. */
export function spire(
  foot: Place,
  radius: number,
  tall: number,
  sides: number,
  slope: number,
  skin: string,
  seed = 0,
): Body {
  const [x, y, z] = foot;
  const planes: Plane[] = [
    [0, -1, 0, -y],
    [0, 1, 0, y + tall],
  ];
  const length = Math.hypot(1, slope);
  for (let k = 0; k < sides; k++) {
    const angle = ((k + 0.5) / sides) * 2 * Math.PI;
    const [nx, nz] = [Math.cos(angle), Math.sin(angle)];
    planes.push([nx / length, slope / length, nz / length, (nx * x + nz * z + radius + slope * y) / length]);
  }
  const r = radius * 1.1;
  return body(planes, [x - r, y, z - r], [x + r, y + tall, z + r], skin, seed);
}

const nowhere: Plane = [0, 1, 0, 0];

/** The entry of a ray into a body, or undefined; writes which plane it came through. */
function enter(solid: Body, from: Place, view: Direction, limit: number, found: Hit): void {
  const ox = solid.centre[0] - from[0];
  const oy = solid.centre[1] - from[1];
  const oz = solid.centre[2] - from[2];
  const along = ox * view[0] + oy * view[1] + oz * view[2];
  const aside = ox * ox + oy * oy + oz * oz - along * along;
  const square = solid.radius * solid.radius;
  if (aside > square || (along < 0 && along * along > square)) return;
  let near = 1e-4;
  let far = limit;
  let through: Plane | undefined;
  for (const plane of solid.planes) {
    const speed = plane[0] * view[0] + plane[1] * view[1] + plane[2] * view[2];
    const gap = plane[3] - plane[0] * from[0] - plane[1] * from[1] - plane[2] * from[2];
    if (speed < 0) {
      const t = gap / speed;
      if (t > near) {
        near = t;
        through = plane;
      }
    } else if (speed > 0) far = Math.min(far, gap / speed);
    else if (gap < 0) return;
    if (near > far) return;
  }
  if (through === undefined) return;
  found.t = near;
  found.body = solid;
  found.crown = undefined;
  found.plane = through;
}

/** Leaves at a place of a crown: clumps, and in them twigs. */
const leafy = (crown: Crown, x: number, y: number, z: number): number => {
  const dx = x - crown.centre[0];
  const dy = y - crown.centre[1];
  const dz = z - crown.centre[2];
  const inner = 1 - Math.sqrt(dx * dx + dy * dy * 1.25 + dz * dz) / crown.radius;
  return (
    inner +
    (noise3(x * 1.3, y * 1.3, z * 1.3, crown.seed) - 0.55) * 0.9 +
    (noise3(x * 5.5, y * 5.5, z * 5.5, 3) - 0.5) * 0.75
  );
};

function enterCrown(crown: Crown, from: Place, view: Direction, start: number, found: Hit): void {
  const ox = crown.centre[0] - from[0];
  const oy = crown.centre[1] - from[1];
  const oz = crown.centre[2] - from[2];
  const along = ox * view[0] + oy * view[1] + oz * view[2];
  const inside = crown.radius ** 2 - (ox * ox + oy * oy + oz * oz - along * along);
  if (inside <= 0) return;
  const half = Math.sqrt(inside);
  const step = 0.22;
  for (let t = Math.max(0.05, along - half) + start * step; t < Math.min(along + half, found.t); t += step) {
    if (leafy(crown, from[0] + view[0] * t, from[1] + view[1] * t, from[2] + view[2] * t) < 0.34) continue;
    found.t = t;
    found.crown = crown;
    found.body = undefined;
    return;
  }
}

/** The first thing on a ray; `start` in [0, 1) sets off the steps through leaves. */
export function firstHit(scene: Scene, from: Place, view: Direction, start: number): Hit | undefined {
  const found: Hit = { t: 1e9, body: undefined, crown: undefined, plane: nowhere };
  for (const solid of scene.bodies) enter(solid, from, view, found.t, found);
  for (const crown of scene.crowns) enterCrown(crown, from, view, start, found);
  return found.t < 1e9 ? found : undefined;
}

export function blocked(scene: Scene, from: Place, view: Direction, start: number): boolean {
  const found: Hit = { t: 1e9, body: undefined, crown: undefined, plane: nowhere };
  for (const solid of scene.bodies) {
    enter(solid, from, view, 1e9, found);
    if (found.t < 1e9) return true;
  }
  for (const crown of scene.crowns) {
    enterCrown(crown, from, view, start, found);
    if (found.t < 1e9) return true;
  }
  return false;
}
