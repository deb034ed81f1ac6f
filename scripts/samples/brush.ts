/**
 * A loaded brush: strokes with bristles, ragged ends and thickness.
 *
 * A canvas has colour and relief. Each stroke lays paint along a path; across it, bristles leave ridges that
 * vary the paint's tone, its height and where it runs dry. When the painting is done, a raking light over the
 * relief turns the heights into the small highlights and shadows that thick paint has.
 */

import { clamp, fbm, hash, mix, noise, smoothstep } from './noise.ts';
import { at, blankImage, blendOver, type Colour, type FloatImage } from './picture.ts';

export type Canvas = {
  readonly image: FloatImage;
  readonly relief: Float32Array;
  /** Distance across and along the stroke now being laid; kept here so that no stroke allocates. */
  readonly across: Float32Array;
  readonly along: Float32Array;
};

export type Point = readonly [number, number];

export type Stroke = {
  readonly path: readonly Point[];
  /** Full width in pixels. */
  readonly width: number;
  readonly colour: Colour;
  readonly seed: number;
  /** How much paint: height left on the canvas. */
  readonly load?: number;
  readonly opacity?: number;
  /** 0 wet and covering, 1 dry: the bristles part and the ground shows through. */
  readonly dryness?: number;
  /** Difference of tone between bristles. */
  readonly streak?: number;
  /** How far the ends narrow: 0 blunt, 1 pointed. */
  readonly taper?: number;
};

/** A picture made ready to be painted on. */
export function canvasOn(image: FloatImage): Canvas {
  const size = image.width * image.height;
  return {
    image,
    relief: new Float32Array(size),
    across: new Float32Array(size).fill(1e9),
    along: new Float32Array(size),
  };
}

export const stretchCanvas = (width: number, height: number, ground: Colour): Canvas =>
  canvasOn(blankImage(width, height, ground));

/** Follows a field of directions (radians) from a point, half of the way back and half forth. */
export function followField(
  field: (x: number, y: number) => number,
  x: number,
  y: number,
  length: number,
  step: number,
): Point[] {
  const walk = (sign: number): Point[] => {
    const points: Point[] = [];
    let px = x;
    let py = y;
    for (let gone = 0; gone < length / 2; gone += step) {
      const angle = field(px, py);
      px += Math.cos(angle) * step * sign;
      py += Math.sin(angle) * step * sign;
      points.push([px, py]);
    }
    return points;
  };
  return [...walk(-1).reverse(), [x, y], ...walk(1)];
}

type Box = { left: number; top: number; right: number; bottom: number };

/** For every pixel near the path: how far to its side (signed), and how far along. Gives the box touched. */
function measure(canvas: Canvas, path: readonly Point[], radius: number): { box: Box; length: number } {
  const { width, height } = canvas.image;
  const box: Box = { left: width, top: height, right: 0, bottom: 0 };
  let gone = 0;
  for (let s = 1; s < path.length; s++) {
    const [ax, ay] = path[s - 1] ?? [0, 0];
    const [bx, by] = path[s] ?? [0, 0];
    const dx = bx - ax;
    const dy = by - ay;
    const length = Math.hypot(dx, dy) || 1e-6;
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - radius));
    const right = Math.min(width, Math.ceil(Math.max(ax, bx) + radius) + 1);
    const top = Math.max(0, Math.floor(Math.min(ay, by) - radius));
    const bottom = Math.min(height, Math.ceil(Math.max(ay, by) + radius) + 1);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const px = x + 0.5 - ax;
        const py = y + 0.5 - ay;
        const t = (px * dx + py * dy) / (length * length);
        const held = clamp(t);
        const distance = Math.hypot(px - dx * held, py - dy * held);
        const i = y * width + x;
        if (distance > radius || distance >= Math.abs(at(canvas.across, i))) continue;
        canvas.across[i] = px * dy - py * dx < 0 ? -distance : distance;
        const first = s === 1 ? Math.min(t, held) : held;
        const end = s === path.length - 1 ? Math.max(first, t) : first;
        canvas.along[i] = gone + end * length;
      }
    }
    gone += length;
    box.left = Math.min(box.left, left);
    box.right = Math.max(box.right, right);
    box.top = Math.min(box.top, top);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return { box, length: gone };
}

export function layStroke(canvas: Canvas, stroke: Stroke): void {
  const { path, width, colour, seed } = stroke;
  const { load = 1, opacity = 1, dryness = 0.2, streak = 0.12, taper = 0.5 } = stroke;
  const radius = width / 2;
  const { box, length } = measure(canvas, path, radius + 1);
  const bristle = Math.max(1, width / 9);
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * canvas.image.width + x;
      const side = at(canvas.across, i);
      if (side > 1e8) continue;
      canvas.across[i] = 1e9;
      const gone = at(canvas.along, i);
      const hair = noise(side / bristle + 40, gone / (width * 3), seed);
      // Each hair starts and lifts a little earlier or later than its neighbours.
      const ragged = (hair * 0.5 + 0.5) * width * 0.35;
      const fromEnd = Math.min(gone, length - gone) - ragged + width * 0.3;
      const narrowed = radius * mix(1, smoothstep(-width * 0.2, width * 1.2, fromEnd), taper);
      const edge = clamp(narrowed - Math.abs(side) + 0.5) * smoothstep(-0.8, 0.8, fromEnd + radius * 0.2);
      if (edge <= 0) continue;
      const worn = dryness * (0.4 + 0.9 * (gone / length));
      const covered =
        1 - worn * smoothstep(-0.1, 0.45, hair + fbm(x * 0.35, y * 0.35, 2, seed) * 0.6 + worn - 0.5);
      const tone = 1 + hair * streak;
      const alpha = edge * opacity * covered;
      blendOver(canvas.image, i * 3, [colour[0] * tone, colour[1] * tone, colour[2] * tone], alpha);
      // Paint is pushed to the stroke's sides, and ends in a small ridge where the brush lifts.
      const profile = 0.6 + 0.4 * (Math.abs(side) / radius) ** 2 + hair * 0.45;
      canvas.relief[i] = mix(at(canvas.relief, i), at(canvas.relief, i) * 0.35 + load * profile, alpha);
    }
  }
}

/** The finished painting under a raking light from the upper left; `weave` lets the linen show. */
export function lit(canvas: Canvas, strength: number, weave: number, pitch: number): FloatImage {
  const { image, relief } = canvas;
  const { width, height } = image;
  const surface = new Float32Array(relief);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const threads = Math.sin((x / pitch) * Math.PI) * Math.sin((y / pitch) * Math.PI);
      const thin = 1 - clamp(at(relief, i) * 0.7);
      surface[i] = at(relief, i) + weave * (threads * 0.5 + hash(x, y, 5) * 0.4) * (0.3 + 0.7 * thin);
    }
  }
  const heightAt = (x: number, y: number): number =>
    at(surface, Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x)));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const dx = heightAt(x + 1, y) - heightAt(x - 1, y);
      const dy = heightAt(x, y + 1) - heightAt(x, y - 1);
      const facing = (dx * 0.6 + dy * 0.8) * strength;
      const shade = 1 + clamp(facing, -0.42, 0.42);
      const gloss = clamp(facing - 0.22) * 0.45;
      for (let c = 0; c < 3; c++) image.data[i + c] = clamp(at(image.data, i + c) * shade + gloss);
    }
  }
  return image;
}
