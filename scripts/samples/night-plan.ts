/**
 * A night as a plan: where the lights are, how the sky turns about them, which colour is where.
 */
import { blend, hex, hexRamp } from './colour.ts';
import { clamp, fbm, noise, smoothstep } from './noise.ts';
import type { Colour } from './picture.ts';

export type Light = { x: number; y: number; core: number; reach: number; spin: number; warm: number };

// Places and sizes are in units of the picture's height.
export const lights: readonly Light[] = [
  { x: 1.04, y: 0.17, core: 0.052, reach: 0.165, spin: 1, warm: 1 },
  { x: 0.56, y: 0.33, core: 0.0, reach: 0.17, spin: -1.5, warm: 0.25 },
  { x: 0.77, y: 0.44, core: 0.0, reach: 0.11, spin: 1.4, warm: 0.15 },
  { x: 0.33, y: 0.13, core: 0.022, reach: 0.085, spin: 1, warm: 0.8 },
  { x: 0.6, y: 0.1, core: 0.015, reach: 0.06, spin: -1, warm: 0.6 },
  { x: 0.8, y: 0.15, core: 0.013, reach: 0.05, spin: 1, warm: 0.7 },
  { x: 1.16, y: 0.4, core: 0.02, reach: 0.075, spin: -1, warm: 0.9 },
  { x: 0.97, y: 0.46, core: 0.014, reach: 0.055, spin: 1, warm: 0.5 },
  { x: 0.3, y: 0.37, core: 0.018, reach: 0.07, spin: -1, warm: 0.8 },
  { x: 0.08, y: 0.1, core: 0.015, reach: 0.06, spin: 1, warm: 0.6 },
  { x: 0.07, y: 0.42, core: 0.013, reach: 0.05, spin: 1, warm: 0.6 },
];

const night = hexRamp('#0d1638', '#152a63', '#1f4590', '#3a72b4', '#6fa6c9', '#bcd6cf');
export const glow = hexRamp('#2c5c9a', '#79a9b4', '#cfd79a', '#f2d766', '#f9c23c', '#fff0b0');
const hillTones = hexRamp('#0c1a30', '#16345a', '#22556e', '#3c7a78', '#7fa48a');

export const hillLine = (x: number): number =>
  0.66 + 0.05 * Math.sin(x * 3.1 + 0.6) + 0.035 * Math.sin(x * 7.3) - x * 0.03;
export const nearLine = (x: number): number => 0.79 + 0.03 * Math.sin(x * 4.2 + 2) + 0.012 * Math.sin(x * 13);

/** The current of the sky: eastward waves, bent round each light by how near it is. */
export function current(x: number, y: number): number {
  let dx = 1;
  let dy = 0.55 * Math.sin(x * 5.2 + y * 2.5) + 0.3 * noise(x * 2.2, y * 3, 4);
  for (const light of lights) {
    const ox = x - light.x;
    const oy = y - light.y;
    const distance = Math.hypot(ox, oy) + 1e-4;
    const pull = Math.exp(-((distance / light.reach) ** 2)) * 9;
    dx += (pull * (-oy * light.spin - ox * 0.12)) / distance;
    dy += (pull * (ox * light.spin - oy * 0.12)) / distance;
  }
  return Math.atan2(dy, dx);
}

export function skyColour(x: number, y: number): Colour {
  const angle = current(x, y);
  const bands = fbm(x * 2.2 + Math.cos(angle) * 0.25, y * 6 + Math.sin(angle) * 0.25, 3, 7);
  const low = smoothstep(0.25, 0.68, y);
  let colour = night(clamp(0.3 + bands * 0.36 + low * 0.22));
  for (const light of lights) {
    const distance = Math.hypot(x - light.x, y - light.y);
    const near = Math.exp(-((distance / light.reach) ** 2) * 1.1);
    const rings =
      0.5 + 0.5 * Math.sin((distance / light.reach) * 17 - Math.atan2(y - light.y, x - light.x) * 2);
    const warmth = near * (0.62 + 0.38 * rings);
    const halo = blend(night(0.45 + 0.55 * warmth), glow(clamp(0.1 + warmth * 0.95)), light.warm);
    colour = blend(colour, halo, clamp(near * 1.25));
    if (distance < light.core) colour = glow(0.8 + 0.2 * (1 - distance / light.core));
  }
  return colour;
}

export function groundColour(x: number, y: number): Colour {
  const near = y > nearLine(x);
  const depth = near ? y - nearLine(x) : y - hillLine(x);
  const folds = 0.5 + 0.5 * Math.sin(depth * 70 + fbm(x * 5, y * 5, 2, 3) * 5);
  const tone = near ? 0.1 + folds * 0.42 : 0.3 + folds * 0.6 - depth * 1.2;
  const colour = hillTones(clamp(tone + noise(x * 9, y * 9, 8) * 0.18));
  return near ? blend(colour, hex('#6f7f3a'), 0.5 * folds) : blend(colour, hex('#86a6b0'), 0.25 * folds);
}

export const groundFlow = (x: number, y: number): number => {
  const line = y > nearLine(x) ? nearLine : hillLine;
  return Math.atan2(line(x + 0.02) - line(x - 0.02), 0.04) + 0.35 * noise(x * 6, y * 9, 12);
};
