/**
 * A marble bust in a studio: one large soft light, a cool fill, a rim from behind, a mottled backdrop.
 */
import { bustDistance } from './bust-form.ts';
import { added, blend, developed, graded, luma, scaled, times } from './colour.ts';
import { clamp, fbm, fbm3, hash, noise3, smoothstep } from './noise.ts';
import { blankImage, type Colour, type FloatImage, fillImage, pixel, type SamplePicture } from './picture.ts';
import type { Direction } from './sky.ts';

type Place = readonly [number, number, number];

const eye: Place = [-2.6, -0.1, 8.6];
const target: Place = [0.05, -0.74, -0.2];
const table = -3.42;

function unit(x: number, y: number, z: number): Direction {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
const dot = (a: Direction, b: Direction): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A lamp of size 0 is so broad that it throws no shadow. */
type Lamp = { readonly towards: Direction; readonly colour: Colour; readonly size: number };
const lamps: readonly Lamp[] = [
  { towards: unit(-0.95, 0.7, 0.36), colour: [3.3, 2.95, 2.45], size: 6 },
  { towards: unit(0.85, 0.35, -0.75), colour: [1.5, 1.75, 2.2], size: 10 },
  { towards: unit(0.8, -0.05, 0.7), colour: [0.3, 0.38, 0.5], size: 0 },
];

function march(from: Place, view: Direction): number | undefined {
  // Nothing stands outside a sphere about the bust.
  const middle = -(from[0] * view[0] + (from[1] + 1.2) * view[1] + (from[2] + 0.2) * view[2]);
  const aside = from[0] ** 2 + (from[1] + 1.2) ** 2 + (from[2] + 0.2) ** 2 - middle ** 2;
  if (aside > 9) return undefined;
  let t = Math.max(0, middle - Math.sqrt(9 - aside));
  const end = middle + Math.sqrt(9 - aside);
  for (let k = 0; k < 150 && t < end; k++) {
    const d = bustDistance(from[0] + view[0] * t, from[1] + view[1] * t, from[2] + view[2] * t);
    if (d < 0.0012) return t;
    t += d * 0.8;
  }
  return undefined;
}

function shadow(place: Place, { towards, size }: Lamp): number {
  let light = 1;
  for (let t = 0.035, k = 0; k < 34 && t < 2.6; k++) {
    const d = bustDistance(place[0] + towards[0] * t, place[1] + towards[1] * t, place[2] + towards[2] * t);
    light = Math.min(light, 0.5 + (0.5 * d * size) / t);
    if (light <= 0) return 0;
    t += clamp(d * 0.9, 0.025, 0.35);
  }
  return light * light * (3 - 2 * light);
}

function openness(place: Place, normal: Direction): number {
  let closed = 0;
  for (let k = 1; k <= 5; k++) {
    const reach = 0.06 * k * k * 0.45;
    const d = bustDistance(
      place[0] + normal[0] * reach,
      place[1] + normal[1] * reach,
      place[2] + normal[2] * reach,
    );
    closed += Math.max(0, reach - d) / reach / 2 ** (k * 0.6);
  }
  return clamp(1 - closed * 0.62);
}

function normalAt([x, y, z]: Place): Direction {
  const e = 0.0025;
  return unit(
    bustDistance(x + e, y, z) - bustDistance(x - e, y, z),
    bustDistance(x, y + e, z) - bustDistance(x, y - e, z),
    bustDistance(x, y, z + e) - bustDistance(x, y, z - e),
  );
}

function marble([x, y, z]: Place): Colour {
  const warp = fbm3(x * 1.3, y * 1.3, z * 1.3, 4, 3);
  const vein = 1 - Math.abs(2 * fbm3(x * 0.9 + warp, y * 1.2 - warp, z * 0.9 + warp * 1.4, 5, 7) - 1);
  const cloud = fbm3(x * 2.2, y * 2.2, z * 2.2, 4, 9);
  const grain = noise3(x * 70, y * 70, z * 70, 5) - 0.5;
  const base = blend([0.8, 0.74, 0.66], [0.9, 0.87, 0.82], cloud);
  const veined = blend(base, [0.42, 0.4, 0.4], smoothstep(0.9, 0.995, vein) * 0.3);
  return scaled(veined, 1 + grain * 0.09);
}

/** `gloss` is how polished the surface is. */
function shaded(place: Place, normal: Direction, view: Direction, colour: Colour, gloss: number): Colour {
  const open = openness(place, normal);
  let light: Colour = scaled([0.09, 0.105, 0.14], open * (0.65 + 0.35 * normal[1]));
  // The table throws some of the key light back up.
  light = added(light, scaled([0.15, 0.1, 0.06], open * clamp(0.5 - normal[1] * 0.5)));
  let shine: Colour = [0, 0, 0];
  for (const lamp of lamps) {
    const facing = dot(normal, lamp.towards);
    const wrapped = clamp((facing + 0.12) / 1.12);
    if (wrapped <= 0) continue;
    const reaching =
      lamp.size === 0
        ? open
        : shadow(
            [place[0] + normal[0] * 0.012, place[1] + normal[1] * 0.012, place[2] + normal[2] * 0.012],
            lamp,
          );
    // Light that enters marble leaves it warmer, just beyond where the shadow begins.
    const soft: Colour = [wrapped ** 0.92, wrapped ** 1.04, wrapped ** 1.14];
    light = added(light, scaled(times(lamp.colour, soft), reaching));
    const half = unit(lamp.towards[0] - view[0], lamp.towards[1] - view[1], lamp.towards[2] - view[2]);
    shine = added(shine, scaled(lamp.colour, reaching * gloss * clamp(dot(normal, half)) ** 38));
  }
  return added(times(colour, light), shine);
}

function backdrop(x: number, y: number): Colour {
  const glow = Math.exp(-((x + 0.02) ** 2 * 3.4 + (y - 0.06) ** 2 * 2.6));
  const cloth = fbm(x * 3.2, y * 3.2, 5, 14) * 0.5 + fbm(x * 14, y * 11, 3, 15) * 0.13;
  const tone = blend([0.03, 0.045, 0.06], [0.3, 0.34, 0.33], clamp(glow * 0.95 + cloth * 0.42));
  return added(tone, scaled([0.12, 0.07, 0.03], clamp(cloth + 0.3) * glow));
}

function tableColour(place: Place, view: Direction): Colour {
  const [x, , z] = place;
  const plank = noise3(x * 1.2, 0, z * 16 + 2 * fbm(x * 1.4, z * 3, 3, 4), 22);
  const wood = scaled(
    blend([0.1, 0.05, 0.025], [0.26, 0.14, 0.07], plank),
    0.8 + 0.4 * fbm(x * 7, z * 60, 3, 6),
  );
  const lit = shaded(place, [0, 1, 0], view, wood, 0.05);
  return scaled(lit, Math.exp(-Math.max(0, -z - 0.5) * 0.35));
}

function seen(x: number, y: number): Colour {
  const ahead = unit(target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]);
  const right = unit(-ahead[2], 0, ahead[0]);
  const up: Direction = [
    right[1] * ahead[2] - right[2] * ahead[1],
    right[2] * ahead[0] - right[0] * ahead[2],
    right[0] * ahead[1] - right[1] * ahead[0],
  ];
  const zoom = 1.86;
  const view = unit(
    ahead[0] * zoom + right[0] * x + up[0] * y,
    ahead[1] * zoom + right[1] * x + up[1] * y,
    ahead[2] * zoom + right[2] * x + up[2] * y,
  );
  const t = march(eye, view);
  const at = (d: number): Place => [eye[0] + view[0] * d, eye[1] + view[1] * d, eye[2] + view[2] * d];
  if (t !== undefined) return shaded(at(t), normalAt(at(t)), view, marble(at(t)), 0.11);
  const toTable = view[1] < 0 ? (table - eye[1]) / view[1] : Number.POSITIVE_INFINITY;
  const wall = backdrop(x, y);
  if (toTable > 15) return wall;
  return blend(tableColour(at(toTable), view), wall, smoothstep(9.5, 13.5, toTable));
}

function paint(width: number, height: number): FloatImage {
  const ray = (px: number, py: number): Colour => seen((px - width / 2) / height, (height / 2 - py) / height);
  const once = fillImage(blankImage(width, height), ray);
  // Where neighbours differ there is an edge or fine relief: look three more times.
  const image = fillImage(blankImage(width, height), (px, py) => {
    const here = pixel(once, px, py);
    const steep = [
      pixel(once, px + 1, py),
      pixel(once, px - 1, py),
      pixel(once, px, py + 1),
      pixel(once, px, py - 1),
    ].some(there => Math.abs(luma(there) - luma(here)) > 0.07 * (luma(there) + luma(here)) + 0.01);
    if (!steep) return here;
    const more = [ray(px - 0.25, py - 0.3), ray(px + 0.3, py - 0.15), ray(px - 0.05, py + 0.3)];
    return scaled(more.reduce(added, here), 0.25);
  });
  graded(developed(image, 0.32), 1.1);
  return fillImage(image, (px, py) => {
    const film = (hash(Math.floor(px), Math.floor(py), 8) - 0.5) * 0.022;
    const [r, g, b] = pixel(image, px, py);
    return [clamp(r + film), clamp(g + film), clamp(b + film)];
  });
}

export const marbleBust: SamplePicture = {
  name: 'marble-bust',
  role: 'content',
  width: 480,
  height: 640,
  title: { en: 'Marble bust', zh: '大理石胸像' },
  paint,
};
