/**
 * Facets: a plane cut again and again by lines, each piece with its own way of looking at what is behind it.
 */
import type { Point } from './brush.ts';
import type { Random } from './random.ts';

export type Facet = {
  readonly polygon: readonly Point[];
  readonly centre: Point;
  /** Where this piece looks: a turn about its centre, a scale and a shift. */
  readonly view: { readonly turn: number; readonly zoom: number; readonly shift: Point };
  /** The direction in which it darkens, and how much. */
  readonly shade: number;
  readonly depth: number;
  readonly tone: number;
  readonly hatch: number;
  /** Which of a painter's few tones this piece leans to, [0, 1). */
  readonly tint: number;
};

const angles = [0.62, 1.02, 2.08, 2.55, 1.42, -0.2] as const;

function facetOf(polygon: readonly Point[], random: Random): Facet {
  return {
    polygon,
    centre: centreOf(polygon),
    view: {
      turn: random.wobble() * 0.17,
      zoom: 1 + random.wobble() * 0.2,
      shift: [random.wobble() * 0.026, random.wobble() * 0.026],
    },
    shade: random.pick(angles) + (random.next() < 0.5 ? Math.PI : 0),
    depth: random.between(0.25, 0.75),
    tone: random.wobble() * 0.13,
    hatch: random.pick(angles) + random.wobble() * 0.3,
    tint: random.next(),
  };
}

const areaOf = (polygon: readonly Point[]): number =>
  Math.abs(
    polygon.reduce((sum, [ax, ay], i) => {
      const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay];
      return sum + ax * by - bx * ay;
    }, 0),
  ) / 2;

function centreOf(polygon: readonly Point[]): Point {
  const sum = polygon.reduce(([x, y], [px, py]) => [x + px, y + py] as const, [0, 0] as const);
  return [sum[0] / polygon.length, sum[1] / polygon.length];
}

/** The two parts of a convex polygon on either side of a line through `through` at `angle`. */
function cut(polygon: readonly Point[], through: Point, angle: number): [Point[], Point[]] {
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  const sideOf = ([x, y]: Point): number => (x - through[0]) * nx + (y - through[1]) * ny;
  const [here, there]: [Point[], Point[]] = [[], []];
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    const [sa, sb] = [sideOf(a), sideOf(b)];
    (sa >= 0 ? here : there).push(a);
    if (sa >= 0 === sb >= 0) return;
    const t = sa / (sa - sb);
    const crossing: Point = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    here.push(crossing);
    there.push(crossing);
  });
  return [here, there];
}

/** Pieces are smaller where `wanted` asks for less area. */
export function shatter(whole: readonly Point[], wanted: (centre: Point) => number, random: Random): Facet[] {
  const open: Array<readonly Point[]> = [whole];
  const facets: Facet[] = [];
  while (open.length > 0) {
    const polygon = open.pop() ?? [];
    const centre = centreOf(polygon);
    if (areaOf(polygon) < wanted(centre) * random.between(0.6, 1.5)) {
      facets.push(facetOf(polygon, random));
      continue;
    }
    const corners = polygon.length;
    const a = polygon[Math.floor(random.next() * corners)] ?? centre;
    const through: Point = [centre[0] + (a[0] - centre[0]) * 0.25, centre[1] + (a[1] - centre[1]) * 0.25];
    const longest = polygon.reduce<readonly [number, number]>(
      (best, p, i) => {
        const q = polygon[(i + 1) % corners] ?? p;
        const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
        return length > best[0] ? [length, Math.atan2(q[1] - p[1], q[0] - p[0])] : best;
      },
      [0, 0],
    );
    // Slivers are ugly: cut across the long side, but along one of the picture's few directions.
    const across = longest[1] + Math.PI / 2;
    const turned = angles.map(angle => Math.abs(Math.sin(angle - across)));
    const least = Math.min(...turned);
    const chosen =
      random.next() < 0.75
        ? random.wobble() * 0.12 + (angles[turned.indexOf(least)] ?? across)
        : across + random.wobble() * 0.7;
    for (const part of cut(polygon, through, chosen))
      if (part.length > 2 && areaOf(part) > 1e-5) open.push(part);
  }
  return facets;
}

/** Loose planes that lie over others: leaning quadrilaterals, some cut to triangles, crowded about a middle. */
export function overlay(count: number, middle: Point, spread: Point, random: Random): Facet[] {
  return Array.from({ length: count }, () => {
    const centre: Point = [middle[0] + random.wobble() * spread[0], middle[1] + random.wobble() * spread[1]];
    const lean = random.pick(angles) + random.wobble() * 0.1;
    const [long, broad] = [random.between(0.05, 0.15), random.between(0.025, 0.07)];
    const corner = (along: number, across: number): Point => [
      centre[0] + Math.cos(lean) * along * long - Math.sin(lean) * across * broad,
      centre[1] + Math.sin(lean) * along * long + Math.cos(lean) * across * broad,
    ];
    const skew = random.between(-0.7, 0.7);
    const quadrilateral = [
      corner(-1, -1),
      corner(1, -1 + skew * 0.5),
      corner(1 - Math.abs(skew), 1),
      corner(-1 + skew * 0.6, 1),
    ];
    return facetOf(random.next() < 0.3 ? quadrilateral.slice(0, 3) : quadrilateral, random);
  });
}

export function inside(polygon: readonly Point[], x: number, y: number): boolean {
  let within = false;
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) within = !within;
  });
  return within;
}
