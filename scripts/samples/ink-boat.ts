/** A boatman on still water under a flight of birds, and the red seal: the small things of an ink painting. */
import type { Canvas, Point } from './brush.ts';
import { blend, hex, times } from './colour.ts';
import { inkStroke } from './ink-brush.ts';
import { clamp, fbm, hash, noise } from './noise.ts';
import { curve } from './outline.ts';
import { type FloatImage, fillImage, pixel } from './picture.ts';

export function boat(canvas: Canvas): void {
  const [x, y] = [0.52, 0.855];
  const hull = curve(
    [
      [x - 0.085, y - 0.016],
      [x - 0.05, y + 0.006],
      [x, y + 0.01],
      [x + 0.055, y + 0.004],
      [x + 0.095, y - 0.022],
    ],
    8,
  );
  inkStroke(canvas, hull, 0.011, 0.85, 0.15, 3);
  inkStroke(
    canvas,
    hull.map(([px, py]): Point => [px, py - 0.005]),
    0.005,
    0.8,
    0.3,
    4,
  );
  const awning = curve(
    [
      [x - 0.03, y - 0.004],
      [x - 0.02, y - 0.032],
      [x + 0.012, y - 0.034],
      [x + 0.024, y - 0.004],
    ],
    8,
  );
  for (let n = 0; n < 5; n++)
    inkStroke(
      canvas,
      awning.map(([px, py]): Point => [px, py + n * 0.004]),
      0.0045,
      0.65,
      0.4,
      n + 8,
    );
  inkStroke(
    canvas,
    [
      [x + 0.052, y - 0.006],
      [x + 0.05, y - 0.025],
      [x + 0.053, y - 0.045],
    ],
    0.0125,
    0.9,
    0.1,
    20,
  );
  inkStroke(
    canvas,
    [
      [x + 0.036, y - 0.044],
      [x + 0.053, y - 0.057],
      [x + 0.07, y - 0.043],
    ],
    0.007,
    0.9,
    0.1,
    21,
  );
  inkStroke(
    canvas,
    [
      [x + 0.105, y - 0.09],
      [x + 0.075, y - 0.03],
      [x + 0.045, y + 0.035],
    ],
    0.0026,
    0.8,
    0.2,
    22,
  );
  for (let n = 0; n < 34; n++) {
    const [rx, ry] = [x + (hash(n, 1) - 0.5) * 0.42, y + 0.016 + hash(n, 2) ** 1.6 * 0.1];
    const long = 0.015 + 0.05 * hash(n, 3);
    inkStroke(
      canvas,
      [
        [rx, ry],
        [rx + long / 2, ry + 0.0014],
        [rx + long, ry],
      ],
      0.0026,
      0.12 + 0.3 * hash(n, 4),
      0.6,
      n + 50,
    );
  }
  for (let n = 0; n < 7; n++) {
    const [bx, by] = [
      0.3 + n * 0.022 + 0.01 * hash(n, 7),
      0.115 + 0.02 * Math.abs(n - 2.5) + 0.008 * hash(n, 8),
    ];
    const s = 0.007 + 0.004 * hash(n, 9);
    inkStroke(
      canvas,
      [
        [bx - s, by - s * 0.5],
        [bx - s * 0.4, by - s * 0.55],
        [bx, by],
      ],
      0.0026,
      0.75,
      0.1,
      n,
    );
    inkStroke(
      canvas,
      [
        [bx, by],
        [bx + s * 0.5, by - s * 0.7],
        [bx + s * 1.1, by - s * 0.5],
      ],
      0.0024,
      0.75,
      0.1,
      n + 9,
    );
  }
}

/** A red seal: strokes left white in a worn square; they spell nothing. */
export function seal(image: FloatImage): void {
  const unit = image.height;
  const [left, top, size] = [0.715, 0.9, 0.044];
  fillImage(image, (px, py) => {
    const here = pixel(image, px, py);
    const [u, v] = [(px / unit - left) / size, (py / unit - top) / size];
    const rough = 0.05 * fbm(px * 0.25, py * 0.25, 3, 5);
    if (Math.max(Math.abs(u - 0.5), Math.abs(v - 0.5)) > 0.5 + rough) return here;
    const grid = (a: number, b: number): boolean =>
      Math.abs(((a * 4.5 + 0.2) % 1) - 0.5) < 0.2 && hash(Math.floor(a * 4.5), Math.floor(b * 3), 61) < 0.6;
    const white = Math.min(u, v, 1 - u, 1 - v) > 0.1 && (grid(u, v) || grid(v, u + 0.3));
    const worn = clamp(0.85 + 0.35 * noise(px * 0.6, py * 0.6, 9));
    return white ? here : times(here, blend([1, 1, 1], hex('#c0392b'), worn));
  });
}
