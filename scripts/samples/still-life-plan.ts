/**
 * Guitar, bottle, glass, music and an orange on a table, as a plan: which colour is where, and the contours.
 */
import type { Point } from './brush.ts';
import { blend, hex, hexRamp } from './colour.ts';
import { clamp, fbm, mix, noise, smoothstep } from './noise.ts';
import { curve } from './outline.ts';
import type { Colour } from './picture.ts';

export const wood = hexRamp('#4b2c1b', '#8a5528', '#c58a3c', '#e6b766', '#f3d99a');
export const slate = hexRamp('#1e2a36', '#3d5668', '#6d8b9b', '#a5b8b8', '#d8d9c6');
export const moss = hexRamp('#1c2a24', '#3f5a48', '#78906c', '#b0bd92', '#dde0bd');
export const earth = hexRamp('#2a1f1a', '#5d4632', '#957850', '#c5ab7b', '#e9d9b2');

/** The guitar leans: its own axes are along the neck (up) and across it (side). */
function guitarAt(x: number, y: number): Colour | undefined {
  const [dx, dy] = [x - 0.375, y - 0.64];
  const [cos, sin] = [Math.cos(0.42), Math.sin(0.42)];
  const up = dx * sin - dy * cos;
  const side = dx * cos + dy * sin;
  const hole = Math.hypot(side, up - 0.045);
  const waist = 0.165 - 0.055 * Math.exp(-(((up - 0.06) / 0.075) ** 2)) - 0.045 * smoothstep(0.02, 0.2, up);
  const half =
    up > -0.205 && up < 0.23 ? waist * Math.sqrt(clamp(1 - Math.abs((up - 0.012) / 0.218) ** 5)) : 0;
  const onNeck = up > 0.08 && up < 0.56 && Math.abs(side) < 0.021;
  const onHead = up >= 0.56 && up < 0.64 && Math.abs(side) < 0.036;
  const string =
    up > -0.13 && up < 0.6 && Math.abs((((side + 0.02) * 160) % 1.33) - 0.66) < 0.16 && Math.abs(side) < 0.02;
  if (string) return hex('#f1e6c8');
  if (onHead) return Math.abs(Math.sin(up * 130)) > 0.93 ? hex('#e9dcb8') : hex('#3a231b');
  if (onNeck) return Math.abs(Math.sin(up * 70)) > 0.96 ? hex('#d9c38d') : hex('#2c1d18');
  if (hole < 0.048) return hole > 0.04 ? hex('#e9cf93') : hex('#1c1412');
  if (Math.abs(up + 0.13) < 0.012 && Math.abs(side) < 0.07) return hex('#2a1a14');
  if (Math.abs(side) > half) return undefined;
  if (half - Math.abs(side) < 0.009) return hex('#3b2114');
  return wood(clamp(0.62 + noise(side * 30, up * 4, 3) * 0.22 - side * 1.2 + 0.05 * Math.sin(side * 190)));
}

function bottleAt(x: number, y: number): Colour | undefined {
  const side = x - 0.615;
  const half = y > 0.4 ? 0.066 : mix(0.02, 0.066, smoothstep(0.3, 0.4, y));
  if (y < 0.14 || y > 0.7 || Math.abs(side) > half) return undefined;
  if (y < 0.175) return hex('#7a2f24');
  if (y > 0.5 && y < 0.62)
    return Math.abs(Math.sin(y * 110)) > 0.85 && Math.abs(side) < 0.045 ? hex('#3a2c22') : hex('#efe0b6');
  const gleam = Math.exp(-(((side + half * 0.45) / 0.012) ** 2));
  return blend(blend(hex('#1d3a34'), hex('#5f8a6c'), clamp(0.5 - side * 6)), hex('#e8efd8'), gleam * 0.8);
}

function glassAt(x: number, y: number): Colour | undefined {
  const side = Math.abs(x - 0.16);
  const bowl = y > 0.36 && y < 0.5 ? 0.072 * Math.sqrt(clamp(1 - ((y - 0.36) / 0.15) ** 2)) : 0;
  const stem = y >= 0.5 && y < 0.6 ? 0.007 : y >= 0.6 && y < 0.62 ? 0.055 : 0;
  if (side > Math.max(bowl, stem)) return undefined;
  if (bowl > 0 && bowl - side < 0.008) return hex('#f2f0de');
  return y > 0.42 && y < 0.5 ? hex('#8c2d2f') : slate(0.75 - side * 3);
}

export function stillLifeAt(x: number, y: number): Colour {
  const object = guitarAt(x, y) ?? glassAt(x, y) ?? bottleAt(x, y);
  if (object) return object;
  const onSheet =
    Math.abs((x - 0.14) * 0.96 + (y - 0.8) * 0.28) < 0.11 &&
    Math.abs((y - 0.8) * 0.96 - (x - 0.14) * 0.28) < 0.085;
  if (onSheet)
    return Math.abs(Math.sin(((y - 0.8) * 0.96 - (x - 0.14) * 0.28) * 150)) > 0.9
      ? hex('#4b4238')
      : hex('#f2e8cb');
  const fruit = Math.hypot(x - 0.66, y - 0.79);
  if (fruit < 0.066)
    return blend(hex('#e2903a'), hex('#7b2f1f'), smoothstep(-0.04, 0.07, x - 0.66 + (y - 0.79) * 0.6));
  const table = 0.69 - (x - 0.4) * 0.12;
  if (y > table && y < 0.94) return earth(0.42 + 0.2 * noise(x * 5, y * 26, 4) + (y - table) * 0.5);
  if (y >= 0.94) return slate(0.12 + 0.1 * noise(x * 9, y * 9, 6));
  return slate(0.36 + 0.3 * fbm(x * 3, y * 2.4, 2, 5) + 0.26 * smoothstep(0.9, 0.1, x + y * 0.4));
}

/** The lines that a draughtsman would keep. */
export function contours(): Point[][] {
  const [cos, sin] = [Math.cos(0.42), Math.sin(0.42)];
  const onGuitar = ([side, up]: Point): Point => [
    0.375 + side * cos + up * sin,
    0.64 + side * sin - up * cos,
  ];
  const flank = (sign: number): Point[] =>
    (
      [
        [0.0, -0.212],
        [0.11, -0.19],
        [0.165, -0.1],
        [0.14, -0.01],
        [0.105, 0.06],
        [0.125, 0.13],
        [0.105, 0.205],
        [0.022, 0.232],
      ] as const
    ).map(([side, up]) => onGuitar([side * sign, up]));
  const round = (x: number, y: number, r: number): Point[] =>
    Array.from({ length: 25 }, (_, k) => [x + r * Math.cos(k * 0.262), y + r * Math.sin(k * 0.262)]);
  const straight = (side: number, from: number, to: number): Point[] =>
    Array.from({ length: 9 }, (_, k) => onGuitar([side, mix(from, to, k / 8)]));
  const [holeX, holeY] = onGuitar([0, 0.045]);
  return [
    curve(flank(1)),
    curve(flank(-1)),
    round(holeX, holeY, 0.05),
    round(holeX, holeY, 0.062),
    straight(-0.022, 0.1, 0.62),
    straight(0.022, 0.1, 0.62),
    ...[-0.013, -0.004, 0.005, 0.014].map(side => straight(side, -0.13, 0.58)),
    round(0.66, 0.79, 0.067),
    curve([
      [0.595, 0.15],
      [0.595, 0.3],
      [0.57, 0.36],
      [0.549, 0.42],
      [0.549, 0.69],
    ]),
    curve([
      [0.635, 0.15],
      [0.635, 0.3],
      [0.66, 0.36],
      [0.681, 0.42],
      [0.681, 0.69],
    ]),
    curve([
      [0.088, 0.36],
      [0.095, 0.44],
      [0.13, 0.495],
      [0.155, 0.51],
      [0.155, 0.6],
    ]),
    curve([
      [0.232, 0.36],
      [0.225, 0.44],
      [0.19, 0.495],
      [0.165, 0.51],
      [0.165, 0.6],
    ]),
  ];
}
