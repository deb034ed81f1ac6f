/**
 * A leaded window with daylight behind it.
 *
 * Pieces of glass come from the plan; the distance to the nearest seam gives the lead its rounded profile and
 * the glass its painted dark rim. The glass itself is mouth-blown: streaked, seeded with bubbles, rippled.
 */
import { blend, hex, scaled } from './colour.ts';
import { cells, clamp, fbm, hash, noise, smoothstep } from './noise.ts';
import {
  at,
  blankImage,
  blurred,
  type Colour,
  type FloatImage,
  halved,
  type SamplePicture,
} from './picture.ts';
import { type Glass, glassAt } from './window-plan.ts';

/** How far every pixel is from a seam between two pieces, in pixels: two sweeps over the picture. */
function distanceToSeams(pieces: Float64Array, width: number, height: number): Float32Array {
  const distance = new Float32Array(width * height).fill(1e6);
  for (let i = 0; i < width * height; i++) {
    const right = (i + 1) % width !== 0 && pieces[i] !== pieces[i + 1];
    const below = i + width < width * height && pieces[i] !== pieces[i + width];
    if (right || below) distance[i] = 0.5;
  }
  const relax = (i: number, j: number, step: number): void => {
    distance[i] = Math.min(at(distance, i), at(distance, j) + step);
  };
  for (let y = 1; y < height; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      relax(i, i - 1, 1);
      relax(i, i - width, 1);
      relax(i, i - width - 1, Math.SQRT2);
      relax(i, i - width + 1, Math.SQRT2);
    }
  }
  for (let y = height - 2; y >= 0; y--) {
    for (let x = width - 2; x > 0; x--) {
      const i = y * width + x;
      relax(i, i + 1, 1);
      relax(i, i + width, 1);
      relax(i, i + width + 1, Math.SQRT2);
      relax(i, i + width - 1, Math.SQRT2);
    }
  }
  return distance;
}

/** Light through one place of a piece of blown glass. */
function shineThrough({ piece, colour }: Glass, x: number, y: number, seam: number): Colour {
  const turn = hash(Math.floor(piece / 1000), piece % 1000, 4) * 6.283;
  const [ax, ay] = [x * Math.cos(turn) + y * Math.sin(turn), y * Math.cos(turn) - x * Math.sin(turn)];
  const own = hash(piece % 65536, Math.floor(piece / 65536), 9);
  const streak = fbm(ax * 7 + own * 50, ay * 38, 4, 3) * 0.5 + noise(ax * 3 + own * 20, ay * 9, 8) * 0.3;
  const ripple = (noise(x * 95, y * 95, 6) * 0.5 + noise(x * 190, y * 190, 7) * 0.5) * 0.26;
  const bubble = cells(ax * 60, ay * 26, 12, 1);
  const seed =
    bubble.id > 0.8 ? smoothstep(0.16, 0.1, bubble.nearest) * (bubble.nearest > 0.07 ? -0.3 : 0.45) : 0;
  const slope = 0.22 * Math.sin(ax * 14 + own * 9);
  const rim = smoothstep(0.0005, 0.012, seam);
  const sunlight =
    0.62 + 0.6 * Math.exp(-(((x - 0.36) ** 2 + (y - 0.32) ** 2) / 0.11)) + 0.16 * fbm(x * 2, y * 2, 2, 20);
  const light = sunlight * (1 + streak + ripple + slope + seed) * (0.5 + 0.5 * rim) * (0.82 + 0.36 * own);
  // Where much light comes through, glass pales; where little, its colour deepens.
  const through = scaled(colour, light);
  const pale = clamp((light - 0.95) * 0.5);
  return blend(through, [Math.sqrt(colour[0]), Math.sqrt(colour[1]), Math.sqrt(colour[2])], pale);
}

function paint(width: number, height: number): FloatImage {
  const [fineWidth, fineHeight] = [width * 2, height * 2];
  const aspect = width / height;
  const bend = (x: number, y: number): readonly [number, number] => [
    x + 0.0035 * noise(x * 9, y * 9, 50),
    y + 0.0035 * noise(x * 9, y * 9, 51),
  ];
  const panes: Glass[] = [];
  const pieces = new Float64Array(fineWidth * fineHeight);
  for (let y = 0, i = 0; y < fineHeight; y++) {
    for (let x = 0; x < fineWidth; x++, i++) {
      const [u, v] = bend((x + 0.5) / fineHeight, (y + 0.5) / fineHeight);
      const pane = glassAt(u, v, aspect);
      panes.push(pane);
      pieces[i] = pane.piece;
    }
  }
  const seams = distanceToSeams(pieces, fineWidth, fineHeight);
  const fine = blankImage(fineWidth, fineHeight);
  const metal = hex('#23242a');
  for (let y = 0, i = 0; y < fineHeight; y++) {
    for (let x = 0; x < fineWidth; x++, i++) {
      const [u, v] = [(x + 0.5) / fineHeight, (y + 0.5) / fineHeight];
      const pane = panes[i];
      if (!pane) continue;
      const seam = at(seams, i) / fineHeight;
      const came = 0.0036 + 0.0006 * noise(u * 14, v * 14, 60);
      const shown = smoothstep(came - 0.0004, came + 0.0004, seam);
      const across =
        at(seams, i + 2) - at(seams, i - 2) + at(seams, i + 2 * fineWidth) - at(seams, i - 2 * fineWidth);
      const bevel = clamp(0.55 - across * 0.1) * (0.6 + 0.5 * noise(u * 120, v * 120, 61));
      const lead = scaled(metal, 0.35 + bevel * 1.5);
      fine.data.set(blend(lead, shineThrough(pane, u, v, seam - came), shown), i * 3);
    }
  }
  const window = halved(fine);
  // Bright glass glows over its lead, as it does to the eye and on film.
  const glow = blurred(window, height * 0.007);
  for (let i = 0; i < window.data.length; i++) {
    const value = at(window.data, i) * 0.95 + at(glow.data, i) ** 1.6 * 0.32;
    window.data[i] = 1 - Math.exp(-2.5 * Math.max(0, value) ** 1.28);
  }
  return window;
}

export const stainedGlass: SamplePicture = {
  name: 'stained-glass',
  role: 'style',
  width: 512,
  height: 640,
  title: { en: 'Window to the east', zh: '东窗' },
  paint,
};
