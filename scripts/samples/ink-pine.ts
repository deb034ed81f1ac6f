/** A pine on a rock, in ink: a trunk of parallel dry strokes, boughs, and fans of needles. */
import type { Canvas, Point } from './brush.ts';
import { inkStroke } from './ink-brush.ts';
import { noise, smoothstep } from './noise.ts';
import { curve } from './outline.ts';
import type { Random } from './random.ts';

export function pineTree(canvas: Canvas, random: Random): void {
  const trunk = curve(
    [
      [-0.03, 0.905],
      [0.05, 0.86],
      [0.075, 0.78],
      [0.13, 0.715],
      [0.135, 0.645],
      [0.2, 0.585],
      [0.27, 0.572],
    ],
    8,
  );
  for (let n = 0; n < 7; n++) {
    const aside = (n - 3) * 0.0032;
    inkStroke(
      canvas,
      trunk.map(([x, y]): Point => [x + aside, y + aside * 0.7]),
      0.009,
      0.75,
      0.45,
      n + 40,
    );
  }
  const boughs: readonly (readonly Point[])[] = [
    [
      [0.08, 0.775],
      [0.16, 0.76],
      [0.22, 0.775],
      [0.285, 0.765],
    ],
    [
      [0.13, 0.7],
      [0.07, 0.665],
      [0.02, 0.672],
      [-0.02, 0.655],
    ],
    [
      [0.135, 0.66],
      [0.2, 0.655],
      [0.25, 0.668],
      [0.33, 0.655],
    ],
    [
      [0.18, 0.6],
      [0.13, 0.57],
      [0.09, 0.575],
    ],
    [
      [0.2, 0.585],
      [0.24, 0.545],
      [0.3, 0.55],
      [0.35, 0.538],
    ],
  ];
  for (const [b, bough] of boughs.entries()) {
    const path = curve(bough, 6);
    inkStroke(canvas, path, 0.0085, 0.85, 0.4, b + 90);
    inkStroke(
      canvas,
      path.map(([x, y]): Point => [x, y + 0.002]),
      0.005,
      0.8,
      0.3,
      b + 95,
    );
    for (let tuft = 0; tuft < 11; tuft++) {
      const [cx, cy] = path[Math.floor(random.between(0.25, 1) * (path.length - 1))] ?? [0, 0];
      const [x, y] = [cx + random.wobble() * 0.022, cy - 0.006 + random.wobble() * 0.013];
      const needles = 26;
      for (let n = 0; n < needles; n++) {
        const angle = Math.PI + (Math.PI * n) / (needles - 1) + random.wobble() * 0.1;
        const length = random.between(0.018, 0.03);
        const tipAt = (t: number): Point => [
          x + Math.cos(angle) * length * t,
          y + Math.sin(angle) * length * t * 0.72,
        ];
        inkStroke(canvas, [tipAt(0), tipAt(0.5), tipAt(1)], 0.0019, random.between(0.4, 0.9), 0.1, n);
      }
    }
  }
  for (let n = 0; n < 260; n++) {
    const x = random.between(-0.03, 0.27);
    const top = 0.865 + 0.11 * smoothstep(0.03, 0.28, x) + 0.012 * noise(x * 30, 2, 6);
    const y = top + random.next() ** 1.4 * 0.12;
    const angle = random.between(0.9, 2.0);
    const length = random.between(0.02, 0.06);
    const path = [0, 0.5, 1].map(
      (t): Point => [x + Math.cos(angle) * length * t, y + Math.sin(angle) * length * t],
    );
    inkStroke(
      canvas,
      path,
      random.between(0.004, 0.014),
      random.between(0.3, 0.9) * (1 - smoothstep(0.05, 0.14, y - top)),
      0.6,
      n + 700,
    );
  }
}
