/**
 * A summer river bank as a plan of colours: no edges to draw, only which colour is where.
 *
 * Units are the picture's height, the origin the upper left corner.
 */
import { blend, hex, scaled } from './colour.ts';
import { clamp, fbm, noise, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';

const bankLine = (x: number): number => 0.365 - 0.02 * Math.sin(x * 2.2) + 0.004 * Math.sin(x * 31);
const treeTops = (x: number): number =>
  0.27 +
  0.05 * fbm(x * 6, 1.3, 3, 5) +
  0.06 * Math.sin(x * 3.3 + 1) * Math.sin(x * 1.3) +
  0.035 * smoothstep(0.5, 0.9, x);
/** The near shore runs down to the left, so that the river opens there. */
const shore = (x: number): number => 0.79 - 0.27 * smoothstep(0.15, 1.35, x) + 0.008 * Math.sin(x * 17);

type Sail = { x: number; foot: number; tall: number };
const sails: readonly Sail[] = [
  { x: 0.3, foot: 0.475, tall: 0.17 },
  { x: 0.5, foot: 0.41, tall: 0.09 },
  { x: 0.13, foot: 0.405, tall: 0.07 },
  { x: 0.72, foot: 0.398, tall: 0.05 },
];

type Figure = {
  x: number;
  foot: number;
  tall: number;
  dress: string;
  shade: string;
  parasol: string | undefined;
};
const figures: readonly Figure[] = [
  { x: 0.94, foot: 0.83, tall: 0.27, dress: '#3a2f63', shade: '#1e1d44', parasol: '#d8452f' },
  { x: 1.04, foot: 0.82, tall: 0.26, dress: '#1f2a3f', shade: '#101628', parasol: undefined },
  { x: 0.68, foot: 0.74, tall: 0.15, dress: '#e9e2e8', shade: '#8f9ccc', parasol: '#f2b04a' },
  { x: 0.61, foot: 0.745, tall: 0.105, dress: '#e77b52', shade: '#9c4257', parasol: undefined },
  { x: 0.42, foot: 0.79, tall: 0.1, dress: '#f0c24e', shade: '#a06a3c', parasol: undefined },
];

function skyAt(x: number, y: number): Colour {
  const colour = blend(hex('#6fa4d8'), hex('#f6e3c0'), smoothstep(-0.02, 0.34, y));
  const cloud = smoothstep(0.05, 0.5, fbm(x * 2.4, y * 6.5, 4, 2) + 0.12);
  return blend(colour, hex('#fdf1e2'), cloud * 0.8);
}

function farBankAt(x: number, y: number): Colour {
  const leafy = fbm(x * 26, y * 30, 3, 9);
  const sunny = clamp(0.5 + leafy * 0.7 - (y - treeTops(x)) * 5 + 0.2);
  const trees = blend(hex('#2f5c6b'), hex('#a9bf5d'), sunny);
  const wall = y > bankLine(x) - 0.055 && y < bankLine(x) - 0.008 && Math.sin(x * 23) > 0.72 && x < 0.95;
  if (wall) return y < bankLine(x) - 0.037 ? hex('#d9694a') : hex('#fbe9c6');
  return trees;
}

function sailAt(x: number, y: number): Colour | undefined {
  for (const sail of sails) {
    const up = (sail.foot - y) / sail.tall;
    const side = (x - sail.x) / sail.tall;
    if (up > 0.06 && up < 1 && side > 0.02 && side < 0.5 * (1 - up) * (1 + 0.3 * up))
      return blend(hex('#fff6df'), hex('#c9c2dd'), side * 2.2);
    if (up > 0.08 && up < 0.82 && side < -0.015 && side > -0.3 * (0.82 - up)) return hex('#f5d9bb');
    if (up <= 0.05 && up > -0.05 && side > -0.36 && side < 0.45) return hex('#5a3350');
  }
  return undefined;
}

function riverAt(x: number, y: number): Colour {
  const wobble = 0.012 * noise(x * 8, y * 60, 3) + 0.006 * noise(x * 20, y * 120, 4);
  const mirrored = 2 * bankLine(x) - y * 1.0;
  const depth = clamp((y - bankLine(x)) / 0.4);
  const above = mirrored + wobble * 2;
  const reflected =
    above > treeTops(x) ? farBankAt(x + wobble, above) : skyAt(x + wobble, clamp(above, 0, 1));
  let colour = blend(reflected, hex('#3f76b8'), 0.25 + 0.4 * depth);
  for (const sail of sails) {
    const down = (y - sail.foot) / (sail.tall * 0.9);
    const side = (x - sail.x) / sail.tall + wobble * 12;
    if (down > 0 && down < 1 && side > -0.25 * (1 - down) && side < 0.45 * (1 - down))
      colour = blend(colour, hex('#f7e7d2'), 0.65);
  }
  const glint = smoothstep(0.35, 0.75, noise(x * 14, y * 95, 6));
  return blend(colour, hex('#fff0cd'), glint * 0.5);
}

/** Light and shade under the trees: long shadows lie over the lawn. */
function lawnAt(x: number, y: number): Colour {
  const depth = y - shore(x);
  const shadow = smoothstep(
    0.05,
    0.4,
    fbm(x * 1.7 - y * 0.8, y * 9, 3, 12) +
      smoothstep(0.86, 0.95, y) * 0.9 +
      smoothstep(1.05, 1.3, x) * 0.5 -
      0.05,
  );
  const sunlit = blend(hex('#b7c64a'), hex('#f0d65e'), clamp(0.4 + noise(x * 9, y * 20, 2) * 0.6));
  const shaded = blend(hex('#234a4d'), hex('#3d6e3f'), clamp(0.5 + noise(x * 12, y * 22, 3)));
  const path = depth < 0.012 ? 1 : 0;
  return blend(blend(sunlit, shaded, shadow), hex('#efcf9a'), path * 0.7);
}

function trunkAndCrownAt(x: number, y: number): Colour | undefined {
  const crown = fbm(x * 7, y * 8, 4, 15) * 0.16;
  const edge = Math.hypot((x - 1.26) / 0.44, (y - 0.02) / 0.34) + crown * 2;
  const high = Math.hypot((x - 0.0) / 0.2, (y + 0.02) / 0.26) + crown * 2.4;
  const trunks = [
    [1.2, 0.03, 0.86],
    [1.31, 0.02, 0.72],
  ] as const;
  for (const [place, breadth, foot] of trunks) {
    const half = breadth * (0.5 + 0.5 * smoothstep(foot - 0.1, foot, y) + 0.15 * smoothstep(0.4, 0.1, y));
    const side = (x - place - 0.02 * Math.sin(y * 7)) / half;
    if (y > 0.2 && y < foot && Math.abs(side) < 1)
      return blend(
        hex('#b97f52'),
        hex('#33274d'),
        smoothstep(-0.7, 0.6, side + noise(x * 60, y * 14, 8) * 0.4),
      );
  }
  if (Math.min(edge, high) > 1) return undefined;
  const sun = clamp(0.42 + fbm(x * 22, y * 24, 3, 18) * 0.9 + (edge < 1 ? (1.26 - x) * 0.5 : 0.1) - y * 0.35);
  return sun < 0.5
    ? blend(hex('#17394a'), hex('#3b7443'), sun * 2)
    : blend(hex('#3b7443'), hex('#c5cf52'), sun * 2 - 1);
}

function figureAt(x: number, y: number): Colour | undefined {
  for (const { x: place, foot, tall, dress, shade, parasol } of figures) {
    const up = (foot - y) / tall;
    const side = (x - place) / tall;
    if (up < -0.03 || up > 1.3 || Math.abs(side) > 0.5) continue;
    if (parasol !== undefined) {
      const dome = Math.hypot(side / 0.42, (up - 1.02) / 0.2);
      if (dome < 1 && up > 1.02 + 0.03 * Math.cos(side * 30))
        return blend(hex(parasol), scaled(hex(parasol), 0.5), smoothstep(-0.25, 0.35, side));
      if (Math.abs(side - 0.1) < 0.012 && up > 0.55 && up < 1.05) return hex('#4a2c2c');
    }
    const head = Math.hypot(side, up - 0.92);
    if (head < 0.062) return up > 0.93 ? hex('#3a2338') : hex('#f0b48c');
    if (Math.abs(side) < 0.1 && Math.abs(up - 0.985) < 0.012) return hex('#2b1f3a');
    const skirt =
      parasol === undefined && tall > 0.2
        ? 0.11
        : 0.1 + 0.13 * smoothstep(0.55, 0.05, up) + 0.05 * Math.exp(-(((up - 0.5) / 0.12) ** 2));
    const torso = up > 0.58 ? 0.095 - 0.06 * smoothstep(0.72, 0.86, up) + 0.02 * Math.sin(up * 9) : skirt;
    if (up > 0 && up < 0.87 && Math.abs(side) < torso)
      return blend(hex(dress), hex(shade), smoothstep(-0.6, 0.7, side / torso));
  }
  return undefined;
}

/** Shadows that figures throw on the grass, to the right and towards us. */
function thrown(x: number, y: number): number {
  return figures.some(({ x: place, foot, tall }) => {
    const down = (y - foot) / (tall * 0.16);
    const side = (x - place - (y - foot) * 3) / tall;
    return Math.abs(down) < 1 && side > -0.1 && side < 0.75 && Math.abs(down) < 1 - side * 0.6;
  })
    ? 1
    : 0;
}

export function riversideAt(x: number, y: number): Colour {
  const nearest = figureAt(x, y) ?? trunkAndCrownAt(x, y);
  if (nearest) return nearest;
  if (y > shore(x)) return blend(lawnAt(x, y), hex('#22405a'), thrown(x, y) * 0.75);
  const sail = sailAt(x, y);
  if (sail) return sail;
  if (y > bankLine(x)) return riverAt(x, y);
  return y > treeTops(x) ? farBankAt(x, y) : skyAt(x, y);
}
