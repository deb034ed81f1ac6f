/**
 * Drawn shapes: smooth curves through points, closed areas as coverage masks, and lines of changing width.
 *
 * Edges are smooth, because a mask knows how much of a pixel a shape covers; and a shape can be printed with any
 * texture, because the ink is asked for pixel by pixel.
 */

import type { Point } from './brush.ts';
import { clamp } from './noise.ts';
import { at, blendOver, type Colour, type FloatImage } from './picture.ts';

/** A Catmull-Rom curve through the points; the ends are held. */
export function curve(points: readonly Point[], steps = 12, closed = false): Point[] {
  const count = points.length;
  const point = (i: number): Point => {
    const index = closed ? (i + count) % count : clamp(i, 0, count - 1);
    return points[index] ?? [0, 0];
  };
  const out: Point[] = [];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, d] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const along = (axis: 0 | 1): number =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
      out.push([along(0), along(1)]);
    }
  }
  if (!closed) out.push(point(count - 1));
  return out;
}

/** How much of each pixel a shape covers, within the smallest box that holds the shape. */
export type Mask = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Float32Array;
};

/** The area inside a polygon (even-odd), four scan lines to a pixel and exact coverage along each. */
export function area(imageWidth: number, imageHeight: number, polygon: readonly Point[]): Mask {
  const lines = 4;
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  const left = clamp(Math.floor(Math.min(...xs)), 0, imageWidth);
  const top = clamp(Math.floor(Math.min(...ys)), 0, imageHeight);
  const width = clamp(Math.ceil(Math.max(...xs)), left, imageWidth) - left;
  const height = clamp(Math.ceil(Math.max(...ys)), top, imageHeight) - top;
  const cover = new Float32Array(width * height);
  for (let row = 0; row < height * lines; row++) {
    const y = top + (row + 0.5) / lines;
    const crossings: number[] = [];
    for (let i = 0; i < polygon.length; i++) {
      const [ax, ay] = polygon[i] ?? [0, 0];
      const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
    crossings.sort((a, b) => a - b);
    const offset = Math.floor(row / lines) * width;
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = clamp((crossings[k] ?? 0) - left, 0, width);
      const to = clamp((crossings[k + 1] ?? 0) - left, 0, width);
      for (let x = Math.floor(from); x < to; x++) {
        const part = Math.min(to, x + 1) - Math.max(from, x);
        cover[offset + x] = at(cover, offset + x) + part / lines;
      }
    }
  }
  return { left, top, width, height, cover };
}

/** Prints colour through a mask; the printing function may answer with its own opacity. */
export function print(
  image: FloatImage,
  { left, top, width, height, cover }: Mask,
  ink: (x: number, y: number) => readonly [Colour, number],
): void {
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const covered = at(cover, i);
      if (covered <= 0) continue;
      const [colour, opacity] = ink(left + x + 0.5, top + y + 0.5);
      blendOver(image, ((top + y) * image.width + left + x) * 3, colour, Math.min(1, covered) * opacity);
    }
  }
}

/** A line whose width changes along it (0 at its start, 1 at its end), as the polygon of its two sides. */
export function ribbon(path: readonly Point[], widthAt: (t: number) => number): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  path.forEach(([x, y], i) => {
    const [ax, ay] = path[Math.max(0, i - 1)] ?? [x, y];
    const [bx, by] = path[Math.min(path.length - 1, i + 1)] ?? [x, y];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = widthAt(i / Math.max(1, path.length - 1)) / 2;
    const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  });
  return [...left, ...right.reverse()];
}
