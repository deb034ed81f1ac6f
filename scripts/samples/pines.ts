/** Pines in the foreground: dark against the light, every branch drooping, every branch fringed with needles. */

import { clamp, mix, smoothstep } from './noise.ts';
import { blendOver, type Colour, type FloatImage } from './picture.ts';
import { type Random, seededRandom } from './random.ts';

/** A thin line with soft edges; thinner than a pixel it is fainter, not broken. */
function line(
  image: FloatImage,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  colour: Colour,
): void {
  const length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
  const half = Math.max(0.5, width / 2);
  const strength = Math.min(1, width);
  for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - half - 1)); y <= Math.max(y0, y1) + half; y++) {
    if (y >= image.height) break;
    for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - half - 1)); x <= Math.max(x0, x1) + half; x++) {
      if (x >= image.width) break;
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const t = clamp((px * (x1 - x0) + py * (y1 - y0)) / length ** 2);
      const distance = Math.hypot(px - (x1 - x0) * t, py - (y1 - y0) * t);
      const cover = clamp(half - distance + 0.5) * strength;
      if (cover > 0) blendOver(image, (y * image.width + x) * 3, colour, cover);
    }
  }
}

function pine(image: FloatImage, foot: number, base: number, tall: number, random: Random): void {
  const unit = image.height;
  const [x, y, h] = [foot * unit, base * unit, tall * unit];
  const lean = random.wobble() * 0.012;
  const trunk = (t: number): readonly [number, number] => [x + lean * h * t, y - h * t];
  for (let k = 0; k < 40; k++) {
    const [ax, ay] = trunk(k / 40);
    const [bx, by] = trunk((k + 1) / 40);
    line(image, ax, ay, bx, by, mix(0.028, 0.003, k / 40) * h, [0.03, 0.022, 0.018]);
  }
  const branches = Math.round(tall * 190 + 24);
  for (let k = 0; k < branches; k++) {
    const up = mix(0.08, 0.985, (k + random.next()) / branches);
    const side = random.next() < 0.5 ? -1 : 1;
    const reach = h * 0.21 * (1 - up) ** 0.75 * random.between(0.6, 1.15) + h * 0.008;
    const turn = random.between(0.25, 1);
    let [px, py] = trunk(up);
    let droop = random.between(-0.25, 0.15);
    const steps = Math.max(4, Math.round(reach / (unit * 0.0065)));
    for (let s = 0; s < steps; s++) {
      droop += 0.9 / steps;
      const nx = px + side * turn * (reach / steps);
      const ny = py + droop * (reach / steps) * 0.8;
      line(image, px, py, nx, ny, unit * 0.0022, [0.02, 0.018, 0.012]);
      for (let n = 0; n < 5; n++) {
        const length = unit * random.between(0.007, 0.017) * (1 - 0.45 * (s / steps));
        const angle = random.between(0.15, 2.2) * side;
        // The sun is behind and to the left: needles there are edged with light.
        const sunny = clamp((side < 0 ? 0.5 : 0.14) * (s / steps) + random.wobble() * 0.16);
        const colour: Colour = [
          0.012 + 0.26 * sunny ** 1.6,
          0.022 + 0.24 * sunny ** 1.5,
          0.012 + 0.045 * sunny,
        ];
        line(
          image,
          nx,
          ny,
          nx + Math.cos(angle) * length * side,
          ny + Math.abs(Math.sin(angle)) * length,
          unit * 0.0017,
          colour,
        );
      }
      [px, py] = [nx, ny];
    }
  }
}

/** A grassy bank that falls from the picture's side (`from`) into the water (`to`), for the pines to stand on. */
function bank(image: FloatImage, from: number, to: number, high: number, random: Random): void {
  const unit = image.height;
  const count = Math.round(Math.abs(to - from) * 5200);
  for (let k = 0; k < count; k++) {
    const t = random.next();
    const x = mix(from, to, t);
    const crown = high * (1 - smoothstep(0.35, 1, t)) * (0.85 + 0.15 * Math.sin(x * 40));
    const depth = Math.sqrt(k / count);
    const y = 1 - crown * (1 - depth) + 0.012;
    const length = random.between(0.012, 0.04) * (0.6 + 0.6 * depth) * (1 - 0.9 * smoothstep(0.5, 0.95, t));
    const sun = clamp(0.28 * (1 - depth) + random.wobble() * 0.2);
    const colour: Colour = [0.02 + 0.42 * sun, 0.026 + 0.3 * sun, 0.012 + 0.07 * sun];
    const bend = random.wobble() * 0.5;
    line(image, x * unit, y * unit, (x + bend * length) * unit, (y - length) * unit, unit * 0.0026, colour);
  }
}

export function drawPines(image: FloatImage): void {
  const random = seededRandom(71);
  const aspect = image.width / image.height;
  pine(image, aspect - 0.265, 0.965, 0.42, random);
  bank(image, -0.05, 0.56, 0.15, random);
  bank(image, aspect + 0.1, aspect - 0.5, 0.12, random);
  pine(image, 0.265, 0.955, 0.5, random);
  pine(image, aspect - 0.055, 1.0, 0.74, random);
  pine(image, 0.09, 1.0, 0.93, random);
  bank(image, -0.05, 0.42, 0.1, random);
  bank(image, aspect + 0.1, aspect - 0.36, 0.085, random);
}
