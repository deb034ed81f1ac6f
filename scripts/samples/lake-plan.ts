/**
 * The land about a mountain lake: its heights, its light, its air.
 *
 * One unit is about a kilometre; x is to the right, z away from us, y up; the water lies at y = 0.
 */
import { blend, scaled } from './colour.ts';
import { cells, clamp, fbm, hash, mix, noise, ridges, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';
import type { Direction } from './sky.ts';

const norm = Math.hypot(-0.62, 0.36, 0.42);
/** Towards the sun: low, to the left and ahead, so that slopes are raked and the haze glows. */
export const sunward: Direction = [-0.62 / norm, 0.36 / norm, 0.42 / norm];
export const sunlight: Colour = [6.4, 4.7, 2.9];

/** Bare ground. A valley runs away from us between two flanks, and a massif closes it. */
export function ground(x: number, z: number, octaves: number): number {
  const bend = 0.35 * Math.sin(z * 0.55 + 0.4) + 0.12 * z * 0.3;
  const fromMiddle = x - bend;
  const open = 0.62 + 0.3 * smoothstep(2.2, 4.4, z) - 0.25 * smoothstep(4.2, 5.4, z);
  const flank = smoothstep(open * 0.62, open + 2.3, Math.abs(fromMiddle) + 0.16 * noise(x * 1.7, z * 1.7, 3));
  const massif = smoothstep(4.9, 8.6, z + 0.5 * noise(x * 0.7, 2.2, 5));
  const peak = 1.5 * Math.exp(-(((x - 0.75) / 1.0) ** 2) - ((z - 8.8) / 1.6) ** 2);
  const second = 0.9 * Math.exp(-(((x + 1.9) / 0.9) ** 2) - ((z - 8.2) / 1.4) ** 2);
  const rise = flank * 1.15 + massif * 0.85 + peak + second;
  const rough = ridges(x * 0.8 + 3.1, z * 0.8, octaves, 11);
  const low = 0.05 * fbm(x * 2.5, z * 2.5, Math.min(octaves, 4), 21);
  return (
    -0.055 + rise * (0.55 + 0.72 * rough) + low * smoothstep(0, 0.2, rise) + 0.02 * noise(x * 3, z * 3, 9)
  );
}

/** Where trees stand, and how tall: conifers, each a cone on its own spot. */
export function forest(x: number, z: number, height: number): { tall: number; shade: number } {
  const wanted =
    smoothstep(0.006, 0.03, height) * smoothstep(0.62, 0.34, height + 0.16 * noise(x * 2.3, z * 2.3, 31));
  const thin = smoothstep(-0.35, 0.05, noise(x * 3.1, z * 3.1, 32) + wanted - 0.55);
  if (wanted * thin < 0.05) return { tall: 0, shade: 0 };
  const tree = cells(x * 23, z * 23, 33);
  const cone = clamp(1 - tree.nearest * 1.75);
  const own = 0.55 + 0.75 * tree.id;
  const ragged = 1 + 0.35 * noise(x * 420, z * 420, 34);
  return { tall: 0.062 * own * wanted * thin * cone ** 0.8 * ragged, shade: tree.id };
}

/** What the air adds over a distance: blue shade far off, gold towards the sun, thickest low over the water. */
export function throughAir(colour: Colour, distance: number, height: number, view: Direction): Colour {
  const facing = Math.max(0, view[0] * sunward[0] + view[1] * sunward[1] + view[2] * sunward[2]);
  const haze = blend([0.5, 0.62, 0.8], [1.35, 1.08, 0.78], facing ** 5);
  const density = 0.05 + 0.09 * Math.exp(-height * 3.2);
  return blend(colour, haze, 1 - Math.exp(-distance * density));
}

/** The ground's own colour: meadow, wood, scree, rock in strata, snow where it can lie. */
export function groundColour(
  x: number,
  z: number,
  height: number,
  up: number,
  tree: { tall: number; shade: number },
): Colour {
  const grain = fbm(x * 40, z * 40, 4, 71);
  const strata = noise(x * 2, height * 46 + 2 * fbm(x * 4, z * 4, 3, 5), 73);
  const rock = scaled([0.36, 0.33, 0.31], 0.75 + 0.3 * grain + 0.3 * strata);
  const meadow = blend(
    [0.13, 0.17, 0.05],
    [0.3, 0.26, 0.1],
    clamp(0.5 + grain + 0.4 * noise(x * 5, z * 5, 74)),
  );
  const green = smoothstep(0.7, 0.4, height + 0.2 * grain) * smoothstep(0.42, 0.72, up);
  let colour = blend(rock, meadow, green);
  const shore = smoothstep(0.014, 0.003, height);
  colour = blend(
    colour,
    scaled([0.34, 0.31, 0.27], 0.7 + 0.6 * hash(Math.floor(x * 700), Math.floor(z * 700), 2)),
    shore,
  );
  const snow =
    smoothstep(0.78, 1.12, height + 0.3 * fbm(x * 5, z * 5, 4, 76)) *
    smoothstep(0.34, 0.6, up + 0.25 * grain);
  colour = blend(colour, [0.86, 0.89, 0.95], snow);
  if (tree.tall > 0.002) {
    const needle = blend([0.02, 0.045, 0.02], [0.075, 0.1, 0.03], tree.shade);
    const autumn = tree.shade > 0.83 ? blend(needle, [0.32, 0.17, 0.03], 0.85) : needle;
    colour = scaled(autumn, 0.45 + mix(0.4, 1.3, clamp(tree.tall * 16)));
  }
  return colour;
}
