/** What the town is made of: plaster and timber, tiles, quay stones, slate, leaves; each from a place and a seed. */
import { blend, hex, linear, scaled } from './colour.ts';
import { clamp, fbm, hash, noise, noise3, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';
import type { Body, Place, Plane } from './solids.ts';

/** `gloss` is how much of a mirror it is (window panes). */
export type Skin = { readonly colour: Colour; readonly gloss: number };

const tone = (code: string): Colour => linear(hex(code));
const plasters = ['#e8cf9a', '#d99a6c', '#e9e0cc', '#c9745a', '#b9c4a4', '#e3b23f', '#a9bccb', '#e0a9a0'].map(
  tone,
);
const shutters = ['#2f5d50', '#6d3b2e', '#3e5277', '#7a2f35', '#4a5a38'].map(tone);
const white = tone('#efeade');
const timber = tone('#4a3021');
const dull = (colour: Colour): Skin => ({ colour, gloss: 0 });
const pick = (colours: readonly Colour[], seed: number): Colour =>
  colours[Math.floor(hash(seed, 17) * colours.length)] ?? white;

/** A wall of courses: which stone, and how deep in the joint. */
function masonry(
  u: number,
  v: number,
  broad: number,
  high: number,
  seed: number,
): { stone: number; joint: number } {
  const course = Math.floor(v / high);
  const along = u / broad + hash(course, seed, 1) * 3 + 0.18 * noise(u * 0.8, course, seed);
  const [fu, fv] = [(along - Math.floor(along)) * broad, v - course * high];
  const edge = Math.min(fu, broad - fu, fv, high - fv) + 0.02 * noise(u * 6, v * 6, seed);
  return { stone: hash(Math.floor(along), course, seed), joint: smoothstep(0.05, 0.015, edge) };
}

function windowAt(u: number, v: number, seed: number, shutter: Colour): Skin | undefined {
  const [halfWide, high] = [0.46, 1.5];
  const [side, up] = [Math.abs(u), v];
  if (up < -0.12 || up > high + 0.14 || side > 1.08) return undefined;
  if (side < halfWide && up > 0 && up < high) {
    const bar =
      side < 0.035 || Math.abs(up - 1.0) < 0.03 || halfWide - side < 0.06 || up < 0.06 || high - up < 0.06;
    // The pane lies deep: the lintel and the jamb on the sun's side throw a shade on it.
    const shade = up > high - 0.3 || u < -halfWide + 0.14 ? 0.45 : 1;
    if (bar) return dull(scaled(white, shade));
    const curtain = hash(seed, 3) < 0.5 && up > 0.5 + 0.3 * Math.abs(u) ? 0.22 : 0.02;
    return { colour: scaled([0.5, 0.5, 0.46], curtain), gloss: 0.5 * shade };
  }
  if (up < 0 && side < halfWide + 0.14) return dull(tone('#cfc4ae'));
  if (up >= high && side < halfWide + 0.1) return dull(tone('#d8cdb6'));
  if (side < halfWide + 0.06 && up >= 0) return dull(white);
  if (hash(seed, 9) < 0.12 || side > halfWide + 0.56 || up < 0 || up > high) return undefined;
  const slat = 0.72 + 0.28 * Math.abs(Math.sin(up * 34));
  return dull(scaled(shutter, slat));
}

function facade({ seed, low, high }: Body, x: number, y: number): Skin {
  const broad = high[0] - low[0];
  const count = Math.max(2, Math.floor(broad / 2.05));
  const [u, v] = [x - low[0], y - low[1]];
  const storey = Math.floor((v - 0.4) / 2.75);
  const bay = Math.min(count - 1, Math.floor((u / broad) * count));
  const [ru, rv] = [u - ((bay + 0.5) / count) * broad, v - 0.4 - storey * 2.75];
  const gable = smoothstep(high[1], high[1] - 7, y) * (broad / 2) - Math.abs(u - broad / 2);
  const plaster = pick(plasters, seed);
  const own = seed * 100 + storey * 10 + bay;
  if (v < 2.8 && bay === Math.floor(hash(seed, 8) * count) && Math.abs(ru) < 0.62 && v < 2.25) {
    return dull(
      Math.abs(ru) > 0.5 || v > 2.12
        ? tone('#bfb3a0')
        : scaled(pick(shutters, seed + 3), 0.7 + 0.3 * Math.abs(Math.cos(ru * 22))),
    );
  }
  const pane = storey >= 0 && gable > 0.5 ? windowAt(ru, rv - 0.55, own, pick(shutters, seed)) : undefined;
  if (pane) return pane;
  const beamed = hash(seed, 23) < 0.42 && v > 3.1;
  if (beamed) {
    const sag = 0.03 * noise(x * 2, y * 2, seed);
    const floor = Math.abs(rv + sag - 0.05) < 0.14;
    const post =
      Math.abs(Math.abs(ru) - broad / count / 2 + sag) < 0.11 || Math.abs(Math.abs(ru) - 0.66) < 0.08;
    const brace = Math.abs(Math.abs(ru) - 0.62 - rv * 0.17) < 0.08 && rv < 2.4;
    const rail = Math.abs(rv - 0.42 + sag) < 0.075;
    if (floor || post || brace || rail)
      return dull(scaled(timber, 0.7 + 0.5 * noise(x * 3, y * 30, seed) + 0.3 * noise(x * 30, y * 3, seed)));
  }
  const stain =
    fbm(x * 0.7, y * 0.5, 4, seed) * 0.16 +
    noise(x * 3.2, y * 0.35, seed + 2) * 0.09 +
    fbm(x * 9, y * 9, 3, 8) * 0.07;
  const damp = smoothstep(1.6, 0, v + noise(x * 1.1, 0.5, seed) * 0.7) * 0.4;
  const base = v < 0.75 ? tone('#a2937c') : plaster;
  return dull(scaled(beamed ? blend(base, white, 0.4) : base, 0.92 + stain - damp));
}

function tiles(p: Place, plane: Plane, seed: number): Skin {
  const side = Math.abs(plane[0]) > Math.abs(plane[2]) ? p[2] : p[0];
  const down = p[1] / Math.max(0.2, Math.hypot(plane[0], plane[2]));
  const course = Math.floor(down / 0.3);
  const tile = Math.floor(side / 0.26 + (course % 2) * 0.5);
  const lip = smoothstep(0.0, 0.1, down / 0.3 - course);
  const round = 0.8 + 0.2 * Math.abs(Math.sin((side / 0.26 + (course % 2) * 0.5) * Math.PI));
  const fired = blend(tone('#a4482c'), tone('#6e3a2e'), hash(tile, course, seed));
  const old = blend(
    fired,
    tone('#8b7a5e'),
    smoothstep(0.1, 0.6, fbm(p[0] * 0.6, p[2] * 0.6 + p[1] * 0.6, 4, seed)) * 0.7,
  );
  return dull(scaled(old, (0.55 + 0.45 * lip) * round * (0.85 + 0.3 * hash(seed, 4))));
}

function quay(p: Place): Skin {
  const [x, y] = [p[0], p[1]];
  const { stone, joint } = masonry(x, y, 0.95, 0.42, 5);
  const rock = blend(tone('#a89a80'), tone('#7c746a'), stone);
  const rough = 0.85 + 0.35 * fbm(x * 5, y * 5, 4, 9);
  const wet = smoothstep(0.75, 0.1, y + 0.2 * noise(x * 0.8, 1, 3));
  const ivy =
    smoothstep(0.1, 0.28, fbm(x * 0.32, y * 0.3, 3, 12) + (y - 1.6) * 0.12) *
    (fbm(x * 7, y * 7, 3, 13) > -0.1 ? 1 : 0);
  const wall = scaled(rock, rough * (1 - 0.65 * joint) * (1 - 0.62 * wet));
  const leaf = scaled(tone('#3f5424'), 0.4 + 0.8 * hash(Math.floor(x * 9), Math.floor(y * 9), 3));
  return dull(blend(blend(wall, tone('#4b5230'), wet * 0.4), leaf, ivy));
}

function stoneWork(p: Place, plane: Plane, solid: Body): Skin {
  const middle = (solid.low[0] + solid.high[0]) / 2;
  const u = Math.abs(plane[2]) > Math.abs(plane[0]) ? p[0] : p[2];
  const { stone, joint } = masonry(u, p[1], 0.85, 0.4, solid.seed);
  const up = p[1] - solid.low[1];
  const tall = solid.high[1] - solid.low[1];
  if (tall > 10 && Math.abs(plane[2]) > 0.7) {
    const slit = Math.abs(p[0] - middle);
    const level = up / tall;
    const arch = 0.62 + 0.35 * Math.sqrt(clamp(1 - (slit / 0.55) ** 2));
    if (tall > 17 && level > 0.78 && slit < 0.55 && level < 0.78 + 0.16 * arch)
      return dull([0.02, 0.02, 0.025]);
    if (tall > 17 && Math.hypot(slit, up - tall * 0.66) < 1)
      return dull(Math.hypot(slit, up - tall * 0.66) > 0.86 ? tone('#b08a35') : white);
    if (slit < 0.22 && Math.abs((up % 4.6) - 2.3) < 0.6) return dull([0.03, 0.03, 0.035]);
  }
  const rough = 0.9 + 0.3 * fbm(u * 3, p[1] * 3, 4, solid.seed) + 0.2 * noise(u * 0.6, p[1] * 0.25, 4);
  return dull(scaled(blend(tone('#c9b48c'), tone('#a08b6e'), stone), rough * (1 - 0.4 * joint)));
}

export function skinAt(solid: Body, p: Place, plane: Plane): Skin {
  const [x, y, z] = p;
  switch (solid.skin) {
    case 'house':
      return Math.abs(plane[2]) > 0.5
        ? facade(solid, x, y)
        : dull(scaled(pick(plasters, solid.seed), 0.85 + 0.2 * fbm(z, y, 4, solid.seed)));
    case 'roof':
      return Math.abs(plane[2]) > 0.9 ? dull(scaled(timber, 1.2)) : tiles(p, plane, solid.seed);
    case 'quay':
      return plane[1] > 0.5 ? dull(scaled(tone('#b3a48a'), 0.8 + 0.3 * fbm(x * 2, z * 2, 3, 2))) : quay(p);
    case 'coping':
      return dull(
        scaled(
          tone('#c2b496'),
          (0.8 + 0.25 * fbm(x * 4, y * 9, 3, 6)) * (Math.abs((x % 1.4) - 0.7) > 0.68 ? 0.5 : 1),
        ),
      );
    case 'slate':
      return dull(
        scaled(
          tone('#59677a'),
          0.7 + 0.35 * hash(Math.floor(x * 3 + z * 3), Math.floor(y * 3), 7) + 0.2 * fbm(x, y, 3, 3),
        ),
      );
    case 'gold':
      return dull(tone('#e2b84c'));
    case 'brick':
      return dull(scaled(tone('#8e5038'), 0.7 + 0.5 * masonry(x + z, y, 0.24, 0.09, 3).stone));
    case 'boat':
      return dull(
        scaled(
          tone(solid.seed % 2 ? '#5d3a22' : '#33483f'),
          plane[1] > 0.5
            ? Math.abs(z - (solid.low[2] + solid.high[2]) / 2) > 0.6
              ? 2.2
              : 0.5
            : 0.8 + 0.3 * noise(x * 2, y * 22, 4),
        ),
      );
    case 'bark':
      return dull(scaled(tone('#5b4a38'), 0.7 + 0.5 * fbm(x * 6 + z * 6, y * 2, 3, 5)));
    default:
      return stoneWork(p, plane, solid);
  }
}

export const leafColour = ([x, y, z]: Place, seed: number): Colour => {
  const autumn = hash(seed >> 3, 3);
  const leaf = blend(tone('#39562a'), tone('#86983c'), noise3(x * 3, y * 3, z * 3, 8));
  return scaled(blend(leaf, tone('#b8862e'), autumn * 0.55), 0.7 + 0.6 * noise3(x * 9, y * 9, z * 9, 5));
};
