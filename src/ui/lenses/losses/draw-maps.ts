/** Maps of numbers as pixels. */

import type { Pixels } from '../../../runtime/host/scale-down.ts';
import { viridis } from '../../../runtime/host/viridis.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a person sees of numbers that reach over many powers of ten: their square roots, with their signs. */
export const rooted = (number: number): number => Math.sign(number) * Math.sqrt(Math.abs(number));

/** The largest magnitude, 0 where there is none. */
export function largestOf(numbers: Float32Array): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most;
}

/** From nothing (dark) to `most` (light). */
export function magnitudes(numbers: Float32Array, { width, height }: Size, most: number): Pixels {
  const end = Math.sqrt(most) || 1;
  return pixels(viridis(numbers.map(number => Math.sqrt(Math.abs(number)) / end)), width, height);
}

/** What falls short of nothing in orange, what goes beyond in blue, nothing itself grey: `most` is full colour. */
export function signs(numbers: Float32Array, { width, height }: Size, most: number): Pixels {
  const end = Math.sqrt(most) || 1;
  const rgb = new Float32Array(3 * numbers.length);
  numbers.forEach((number, at) => {
    const part = Math.min(Math.max(rooted(number) / end, -1), 1);
    const [full, none] = [part < 0 ? below : above, nothing];
    for (let colour = 0; colour < 3; colour += 1) {
      const [from, to] = [none[colour] ?? 0, full[colour] ?? 0];
      rgb[3 * at + colour] = from + Math.abs(part) * (to - from);
    }
  });
  return pixels(rgb, width, height);
}

/** Far apart for those too who see colours otherwise: orange and blue of Okabe and Ito (2008). */
const below = [0.94, 0.55, 0.13];
const above = [0.22, 0.62, 0.92];
const nothing = [0.16, 0.17, 0.2];

/** What is wanted of each colour: added on grey, so that it shows what it would become. */
export function wanted(toward: Float32Array, { width, height }: Size, most: number): Pixels {
  const end = Math.sqrt(most) || 1;
  return pixels(
    toward.map(value => 0.5 + (0.5 * rooted(value)) / end),
    width,
    height,
  );
}

function pixels(rgb: Float32Array, width: number, height: number): Pixels {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < width * height; at += 1) {
    for (let colour = 0; colour < 3; colour += 1)
      rgba[4 * at + colour] = Math.round(255 * (rgb[3 * at + colour] ?? 0));
    rgba[4 * at + 3] = 255;
  }
  return { width, height, rgba };
}
