/**
 * Paper and ink: fibres and tooth of handmade paper, and the uneven film that a printing block leaves on it.
 */

import { clamp, fbm, hash, noise, smoothstep } from './noise.ts';
import { blankImage, type Colour, type FloatImage, fillImage } from './picture.ts';

/** A sheet in the given tone: clouds of pulp, long fibres, tooth. `unit` is the picture's height in pixels. */
export function sheet(width: number, height: number, tone: Colour): FloatImage {
  const unit = height;
  return fillImage(blankImage(width, height), (x, y) => {
    const [u, v] = [x / unit, y / unit];
    const pulp = fbm(u * 5, v * 5, 3, 31) * 0.03;
    const fibre =
      smoothstep(0.93, 1, 1 - Math.abs(noise(u * 30 + fbm(u * 9, v * 9, 2, 3) * 6, v * 34, 33))) * 0.035;
    const tooth = (hash(Math.floor(x), Math.floor(y), 7) - 0.5) * 0.045;
    const age = smoothstep(0.55, 0.85, Math.hypot(u / (width / unit) - 0.5, v - 0.5)) * 0.06;
    const light = 1 + pulp + tooth - fibre - age;
    return [
      clamp(tone[0] * light),
      clamp(tone[1] * (light - age * 0.2)),
      clamp(tone[2] * (light - age * 0.5)),
    ];
  });
}

/** How well ink took at a place: the block's wood grain, the mottle of the pressing pad, the paper's tooth. */
export function press(x: number, y: number, unit: number, block: number): number {
  const [u, v] = [x / unit, y / unit];
  const bend = fbm(u * 1.6, v * 3, 2, block) * 2.2;
  const grain = noise(u * 2.5 + bend * 0.2, v * 75 + bend * 7, block + 1) * 0.09;
  const mottle = fbm(u * 26, v * 26, 3, block + 2) * 0.13;
  const tooth = (hash(Math.floor(x), Math.floor(y), block) - 0.5) * 0.12;
  return clamp(0.9 + grain + mottle + tooth);
}
