/** A morning sky, towards any direction: pale at its foot, warm about the sun, with clouds lit from the sun's side. */
import { added, blend, scaled } from './colour.ts';
import { clamp, fbm, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';

export type Direction = readonly [number, number, number];

export function skyTowards([x, y, z]: Direction, sunward: Direction): Colour {
  const up = Math.max(0, y);
  const facing = Math.max(0, x * sunward[0] + y * sunward[1] + z * sunward[2]);
  let sky = blend([0.98, 0.86, 0.72], [0.16, 0.34, 0.68], 1 - Math.exp(-up * 3.6));
  sky = added(sky, scaled([1.5, 0.95, 0.45], facing ** 9 * 0.55));
  sky = added(sky, scaled([4, 3.1, 1.9], facing ** 160));
  const [u, v] = [(x / (y + 0.14)) * 0.9, (z / (y + 0.14)) * 0.9];
  const bulk = fbm(u * 0.62 + 4, v * 0.9 + 1.5, 6, 51, 0.55);
  const cover = smoothstep(0.0, 0.42, bulk) * smoothstep(0.01, 0.1, up);
  // A cloud is bright where there is less of it between us and the sun.
  const towards = fbm((u + sunward[0] * 0.22) * 0.62 + 4, (v + sunward[2] * 0.22) * 0.9 + 1.5, 5, 51, 0.55);
  const thick = clamp(0.55 + (bulk - towards) * 1.6);
  const cloud = blend([0.55, 0.54, 0.62], [1.75, 1.5, 1.22], thick);
  const wisps = smoothstep(0.1, 0.7, fbm(u * 0.5 + 9, v * 2.4, 5, 61)) * smoothstep(0.05, 0.3, up) * 0.35;
  return blend(blend(sky, [1.3, 1.18, 1.05], wisps), cloud, cover * 0.92);
}
