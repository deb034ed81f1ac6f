/**
 * Colours: written as hex, mixed as light or as paint, and bent a little by a hand that never repeats itself.
 */

import { clamp, mix } from './noise.ts';
import { at, type Colour, type FloatImage } from './picture.ts';
import type { Random } from './random.ts';

export function hex(code: string): Colour {
  const value = Number.parseInt(code.replace('#', ''), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
export const toDisplay = (v: number): number =>
  v <= 0.0031308 ? Math.max(0, v) * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;

export const linear = ([r, g, b]: Colour): Colour => [toLinear(r), toLinear(g), toLinear(b)];

export const blend = (a: Colour, b: Colour, t: number): Colour => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];

export const scaled = (c: Colour, k: number): Colour => [c[0] * k, c[1] * k, c[2] * k];
export const added = (a: Colour, b: Colour): Colour => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const times = (a: Colour, b: Colour): Colour => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
export const luma = ([r, g, b]: Colour): number => 0.3 * r + 0.59 * g + 0.11 * b;

/** Colours along [0, 1], evenly spaced. */
export function ramp(stops: readonly [Colour, ...Colour[]]): (t: number) => Colour {
  return t => {
    const place = clamp(t) * (stops.length - 1);
    const low = Math.min(Math.floor(place), Math.max(0, stops.length - 2));
    const from = stops[low] ?? stops[0];
    return blend(from, stops[low + 1] ?? from, place - low);
  };
}

export const hexRamp = (first: string, ...others: string[]): ((t: number) => Colour) =>
  ramp([hex(first), ...others.map(hex)]);

/** The colour as a hand mixes it: never twice the same. `amount` bends lightness most, hue a little. */
export function jittered(c: Colour, amount: number, random: Random): Colour {
  const light = 1 + random.wobble() * amount;
  const warm = random.wobble() * amount * 0.4;
  return [clamp(c[0] * light + warm * 0.5), clamp(c[1] * light), clamp(c[2] * light - warm * 0.5)];
}

/** More (k > 1) or less (k < 1) colourful at the same lightness. */
export function saturated(c: Colour, k: number): Colour {
  const grey = luma(c);
  return [clamp(mix(grey, c[0], k)), clamp(mix(grey, c[1], k)), clamp(mix(grey, c[2], k))];
}

/** Linear light to display, through a film-like shoulder: highlights roll off and keep their hue. */
export function developed(image: FloatImage, exposure: number): FloatImage {
  const curve = (v: number): number => {
    const x = Math.max(0, v * exposure);
    return (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
  };
  for (let i = 0; i < image.data.length; i++) image.data[i] = toDisplay(clamp(curve(at(image.data, i))));
  return image;
}

/** A last hand on a photograph: more colour, and a gentle curve for contrast. */
export function graded(image: FloatImage, colourfulness: number): FloatImage {
  const { data } = image;
  for (let i = 0; i < data.length; i += 3) {
    const [r, g, b] = saturated([at(data, i), at(data, i + 1), at(data, i + 2)], colourfulness);
    data.set(
      [r, g, b].map(v => mix(v, v * v * (3 - 2 * v), 0.45)),
      i,
    );
  }
  return image;
}
