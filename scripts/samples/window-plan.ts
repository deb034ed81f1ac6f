/**
 * The cartoon of a stained glass window: which piece of glass is at a place, and its colour.
 *
 * A piece is a number; wherever two neighbours differ there will be lead. Units are the picture's height.
 */
import { hex } from './colour.ts';
import { cells, hash, mix, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';

export type Glass = { readonly piece: number; readonly colour: Colour };

const palette = (...codes: readonly string[]): readonly Colour[] => codes.map(hex);
const border = palette('#9c1420', '#b51c25', '#1b3a94', '#e0a01e', '#a3121f', '#24479f');
const sunward = palette('#ffd95a', '#ffc233', '#f79a1f', '#ffb02b');
const dawn = palette('#f08a2b', '#e2612d', '#d8433c', '#f2a541');
const rose = palette('#c93a5d', '#a83275', '#d9657a', '#8b2f86');
const deep = palette('#22379c', '#2c4fb5', '#3a2d8c', '#1d2b78', '#3f6fc8');
const meadow = palette('#2f7d3a', '#4c9a3c', '#7db43a', '#1f6242', '#a7c544');
const hillside = palette('#1e6f6a', '#2d8a78', '#3f7fa0', '#275c7d');
const water = palette('#1f7fb8', '#3aa6cf', '#7fd0e0', '#1a5fa3', '#9fe6e6');
const leaves = palette('#1f7a3c', '#3f9e3a', '#86b92f', '#15603f', '#c2cc3a', '#2f8a5a');
const bark = palette('#6b3a22', '#8a4f2a', '#54301f');
const petals = palette('#d21f3c', '#e8475a', '#a3186b', '#f27a8a', '#7a2aa0', '#b660c8');

const choose = (colours: readonly Colour[], a: number, b = 0, seed = 0): Colour =>
  colours[Math.floor(hash(a, b, seed, 77) * colours.length)] ?? [1, 1, 1];

const glass = (region: number, a: number, b: number, colours: readonly Colour[]): Glass => ({
  piece: region * 1_000_000 + (a + 300) * 1000 + (b + 300),
  colour: choose(colours, a, b, region),
});

function borderAt(x: number, y: number, aspect: number): Glass | undefined {
  const edge = Math.min(x, y, aspect - x, 1 - y);
  if (edge > 0.052) return undefined;
  if (edge > 0.042)
    return glass(
      2,
      x < y === x < aspect - y ? 1 : 2,
      Math.round((x + y) / 0.2),
      palette('#f4e6b0', '#efd98c'),
    );
  const corner = (x < 0.042 || x > aspect - 0.042) && (y < 0.042 || y > 0.958);
  if (corner) return glass(3, x < 0.4 ? 1 : 2, y < 0.5 ? 1 : 2, palette('#f2c230'));
  const vertical = x < 0.042 || x > aspect - 0.042;
  const run = Math.floor((vertical ? y : x) / 0.0655);
  const side = vertical ? (x < 0.4 ? 1 : 2) : y < 0.5 ? 3 : 4;
  return {
    piece: 4_000_000 + side * 1000 + run,
    colour: border[(run * 2 + side) % border.length] ?? [1, 0, 0],
  };
}

const sun = { x: 0.36, y: 0.315 };

function skyAt(x: number, y: number): Glass {
  const [dx, dy] = [x - sun.x, y - sun.y];
  const r = Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) / (2 * Math.PI) + 0.5;
  if (r < 0.046) return glass(10, 0, 0, palette('#fff0a0'));
  if (r < 0.088 + 0.008 * Math.abs(Math.sin(angle * Math.PI * 12)))
    return glass(11, Math.floor(angle * 12), 0, sunward);
  const twist = angle * 20 + 1.1 * Math.sin(r * 7 + 1) * (r - 0.08);
  const ray = ((Math.floor(twist) % 20) + 20) % 20;
  const stagger = hash(ray, 5) * 0.04;
  const rings = [0.135, 0.185, 0.24, 0.3, 0.365, 0.44].map((ring, k) => ring + stagger * (0.5 + k * 0.25));
  const ring = rings.filter(limit => r > limit).length;
  const colours =
    [sunward, dawn, dawn, rose, rose, deep, deep][ring + (hash(ray, ring, 2) < 0.35 ? 1 : 0)] ?? deep;
  return glass(12 + ring, ray, 0, colours);
}

const farHills = (x: number): number => 0.575 + 0.035 * Math.sin(x * 9 + 0.5) + 0.02 * Math.sin(x * 17);
const nearHills = (x: number): number => 0.665 + 0.04 * Math.sin(x * 6 + 2.4);
const riverMiddle = (y: number): number => 0.37 + 0.1 * Math.sin((y - 0.6) * 9) + (y - 0.6) * 0.12;

function landAt(x: number, y: number): Glass {
  const half = mix(0.014, 0.15, smoothstep(0.6, 1.02, y) ** 1.2);
  const fromMiddle = (x - riverMiddle(y)) / half;
  if (y > nearHills(riverMiddle(y)) - 0.03 && Math.abs(fromMiddle) < 1) {
    const wave = y * (26 - y * 9) + 0.3 * Math.sin(x * 30 + y * 10);
    const lane = fromMiddle > 0.15 * Math.sin(Math.floor(wave) * 2.1) ? 1 : 0;
    return glass(30, Math.floor(wave), lane, water);
  }
  if (y < nearHills(x)) {
    const band = Math.floor((y - farHills(x)) / 0.036);
    return glass(31, band, Math.floor(x * 7 + band * 0.5 + 2 * (y - 0.6)), hillside);
  }
  const depth = (y - nearHills(x)) / 0.075 + 0.25 * Math.sin(x * 11);
  const band = Math.floor(depth);
  return glass(
    32,
    band,
    Math.floor(x * 6 + band * 0.37 + (fromMiddle > 0 ? 20 : 0) + 0.4 * Math.sin(y * 20)),
    meadow,
  );
}

function treeAt(x: number, y: number): Glass | undefined {
  const lean = 0.655 + 0.03 * Math.sin(y * 7 + 1);
  const blobs = [
    [0.64, 0.42, 0.1],
    [0.7, 0.335, 0.085],
    [0.6, 0.33, 0.075],
    [0.7, 0.47, 0.075],
    [0.655, 0.27, 0.07],
    [0.565, 0.41, 0.06],
  ] as const;
  const crown = blobs.some(([bx, by, r]) => Math.hypot(x - bx, y - by) < r);
  if (crown) {
    const leaf = cells(x * 21, y * 17 + x * 3, 41);
    return glass(40, Math.floor(leaf.id * 600), 0, leaves);
  }
  const half = 0.017 + 0.05 * smoothstep(0.72, 0.86, y) ** 2;
  if (y > 0.4 && y < 0.85 && Math.abs(x - lean) < half)
    return glass(41, Math.floor(y * 11 + (x - lean) * 8), 0, bark);
  return undefined;
}

const flowers = [
  [0.14, 0.72, 0.07, 0],
  [0.225, 0.82, 0.06, 1],
  [0.105, 0.865, 0.05, 2],
  [0.6, 0.87, 0.055, 3],
] as const;

function flowerAt(x: number, y: number): Glass | undefined {
  for (const [fx, fy, size, k] of flowers) {
    const [dx, dy] = [x - fx, y - fy];
    const r = Math.hypot(dx, dy) / size;
    const angle = (Math.atan2(dy, dx) / (2 * Math.PI) + 0.5 + k * 0.07) * 7;
    const petal = Math.floor(angle) % 7;
    if (r < 0.26) return glass(50, k, 0, palette('#ffd447'));
    if (r < 0.62 + 0.38 * Math.abs(Math.sin(angle * Math.PI)) ** 0.6) {
      return {
        piece: 51_000_000 + k * 1000 + petal,
        colour: petals[(petal * 2 + k * 2) % petals.length] ?? [1, 0, 0],
      };
    }
    const stem = fx + 0.02 * Math.sin((y - fy) * 18);
    if (y > fy && Math.abs(x - stem) < 0.0085) return glass(52, k, Math.floor(y * 9), leaves);
    const blade = Math.abs(x - stem - 0.035 * (k % 2 ? 1 : -1) - (y - fy - size * 1.7) * 0.4) / 0.018;
    if (y > fy + size * 1.1 && y < fy + size * 2.4 && blade < Math.sin(((y - fy) / size - 1.1) * 2.4))
      return glass(53, k, 0, leaves);
  }
  return undefined;
}

export function glassAt(x: number, y: number, aspect: number): Glass {
  const framed = borderAt(x, y, aspect) ?? flowerAt(x, y) ?? treeAt(x, y);
  if (framed) return framed;
  return y > Math.min(farHills(x), nearHills(x)) ? landAt(x, y) : skyAt(x, y);
}
