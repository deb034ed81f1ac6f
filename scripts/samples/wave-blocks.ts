/**
 * The printer's bench for the wave: the inks, the printing of a shape through a block, and the blocks that stand
 * behind and beside the wave (sky, sun, mountain, boat).
 */
import type { Point } from './brush.ts';
import { blend, hex } from './colour.ts';
import { clamp, fbm, hash, smoothstep } from './noise.ts';
import { area, curve, print, ribbon } from './outline.ts';
import { press } from './paper.ts';
import type { Colour, FloatImage } from './picture.ts';

export const paper = hex('#efe3c6');
export const white = hex('#f6efdc');
export const ink = hex('#15264a');
export const prussian = hex('#1d3f75');
export const middle = hex('#4a7ba6');
export const pale = hex('#a9c6cd');
export const ochre = hex('#d9b778');

export type Printer = {
  readonly flat: (polygon: readonly Point[], colour: Colour, block: number, strength?: number) => void;
  readonly line: (path: readonly Point[], width: (t: number) => number, colour?: Colour) => void;
  readonly graded: (
    polygon: readonly Point[],
    block: number,
    ink: (u: number, v: number) => readonly [Colour, number],
  ) => void;
};

export function printerFor(image: FloatImage): Printer {
  const unit = image.height;
  const inPixels = (polygon: readonly Point[]): Point[] =>
    polygon.map(([x, y]): Point => [x * unit, y * unit]);
  const graded: Printer['graded'] = (polygon, block, inkAt) => {
    print(image, area(image.width, image.height, inPixels(polygon)), (x, y) => {
      const [colour, opacity] = inkAt(x / unit, y / unit);
      return [colour, opacity * press(x, y, unit, block)];
    });
  };
  const flat: Printer['flat'] = (polygon, colour, block, strength = 1) =>
    graded(polygon, block, () => [colour, strength]);
  const line: Printer['line'] = (path, width, colour = ink) =>
    flat(
      ribbon(path, t => width(t) * (0.85 + 0.3 * hash(Math.floor(t * 30), path.length))),
      colour,
      90,
    );
  return { flat, line, graded };
}

export const swelling = (t: number): number => Math.sin(Math.PI * clamp(t)) ** 0.7;

export function printSky({ graded, flat, line }: Printer, aspect: number): void {
  const whole: Point[] = [
    [0, 0],
    [aspect, 0],
    [aspect, 1],
    [0, 1],
  ];
  graded(whole, 10, (_, v) => [hex('#7d8f9c'), smoothstep(0.26, 0, v) * 0.85]);
  graded(whole, 13, (u, v) => {
    const drift = fbm(u * 1.6, v * 9, 4, 70);
    return [
      hex('#e6b892'),
      smoothstep(0.05, 0.45, drift) * smoothstep(0.1, 0.3, v) * smoothstep(0.75, 0.5, v) * 0.55,
    ];
  });
  const sun: Point[] = Array.from({ length: 90 }, (_, k) => [
    1.125 + 0.1 * Math.cos(k * 0.0698),
    0.29 + 0.1 * Math.sin(k * 0.0698),
  ]);
  graded(sun, 16, (_, v) => [hex('#c8402f'), 1 - smoothstep(0.3, 0.42, v) * 0.55]);
  const slope = curve([
    [0.52, 0.815],
    [0.68, 0.775],
    [0.8, 0.722],
    [0.885, 0.66],
    [0.965, 0.575],
    [1.0, 0.545],
    [1.025, 0.541],
    [1.06, 0.562],
    [1.15, 0.64],
    [1.3, 0.72],
    [1.5, 0.755],
  ]);
  graded([...slope, [1.5, 0.9], [0.52, 0.9]], 19, (_, v) => [
    blend(prussian, middle, smoothstep(0.6, 0.74, v)),
    0.95,
  ]);
  const snow = curve([
    [0.93, 0.612],
    [0.965, 0.575],
    [1.0, 0.545],
    [1.025, 0.541],
    [1.06, 0.562],
    [1.105, 0.603],
  ]);
  const hem: Point[] = Array.from({ length: 15 }, (_, k) => [
    1.105 - k * 0.0125,
    0.606 + (k % 2 ? 0.03 : -0.004) + hash(k, 3) * 0.014,
  ]);
  flat([...snow, ...hem], white, 22);
  line(slope, () => 0.0035);
}

export function printBoat({ flat, line }: Printer): void {
  const keelLine = curve([
    [0.87, 0.76],
    [0.96, 0.806],
    [1.08, 0.812],
    [1.21, 0.766],
    [1.33, 0.665],
  ]);
  const gunwale = curve([
    [0.87, 0.76],
    [0.96, 0.78],
    [1.08, 0.776],
    [1.21, 0.738],
    [1.33, 0.665],
  ]);
  flat([...keelLine, ...[...gunwale].reverse()], ochre, 75);
  line(keelLine, t => 0.003 + 0.004 * swelling(t));
  const wash = keelLine.map(([x, y]): Point => [x - 0.01, y + 0.006 + 0.004 * Math.sin(x * 60)]);
  flat(
    ribbon(wash, t => 0.014 * swelling(t)),
    white,
    76,
  );
  line(gunwale, () => 0.0035);
  for (let k = 0; k < 6; k++) {
    const x = 0.965 + k * 0.036;
    const y = 0.776 - k * k * 0.0013;
    const dome = curve([
      [x - 0.018, y + 0.008],
      [x - 0.012, y - 0.018],
      [x + 0.004, y - 0.026],
      [x + 0.018, y + 0.006],
    ]);
    flat(dome, k % 2 ? prussian : hex('#6f8f8b'), 77);
    line(dome, () => 0.0026);
    const head: Point[] = Array.from({ length: 16 }, (_, n) => [
      x + 0.012 + 0.0085 * Math.cos(n * 0.393),
      y - 0.027 + 0.0085 * Math.sin(n * 0.393),
    ]);
    flat(head, hex('#e8cfa6'), 78);
    line([...head, head[0] ?? [x, y]], () => 0.0022);
  }
}
