/**
 * A rearing wave, printed from a few blocks: Prussian blue in three strengths, ochre, a red sun, ink outlines.
 *
 * Everything is drawn as shapes in units of the picture's height and printed one block after another, each
 * through its own wood grain, on a sheet of paper whose colour is the white.
 */
import type { Point } from './brush.ts';
import { blend } from './colour.ts';
import { claws } from './foam.ts';
import { hash, mix, smoothstep } from './noise.ts';
import { curve, ribbon } from './outline.ts';
import { sheet } from './paper.ts';
import type { FloatImage, SamplePicture } from './picture.ts';
import { seededRandom } from './random.ts';
import {
  ink,
  middle,
  type Printer,
  pale,
  paper,
  printBoat,
  printerFor,
  printSky,
  prussian,
  swelling,
  white,
} from './wave-blocks.ts';

const back: readonly Point[] = [
  [-0.12, 0.7],
  [0.02, 0.5],
  [0.14, 0.31],
  [0.29, 0.155],
  [0.47, 0.095],
  [0.63, 0.135],
  [0.745, 0.25],
  [0.775, 0.385],
];
const face: readonly Point[] = [
  [0.735, 0.335],
  [0.655, 0.275],
  [0.55, 0.275],
  [0.462, 0.345],
  [0.43, 0.47],
  [0.465, 0.62],
  [0.57, 0.745],
  [0.75, 0.81],
  [0.98, 0.795],
  [1.2, 0.735],
  [1.52, 0.7],
];
const keel: readonly Point[] = [
  [0.33, 0.13],
  [0.2, 0.28],
  [0.08, 0.46],
  [0.03, 0.62],
  [0.06, 0.78],
  [0.17, 0.92],
  [0.36, 1.02],
  [0.62, 1.07],
  [0.92, 1.05],
  [1.2, 0.99],
  [1.52, 0.96],
];

function printBody({ flat, line, graded }: Printer): void {
  const [crest, inner] = [curve(back), curve(face)];
  const body: Point[] = [...crest, ...inner, [1.52, 1.1], [-0.12, 1.1]];
  graded(body, 30, (u, v) => [
    blend(middle, prussian, smoothstep(0.35, 1.0, v + 0.1 * Math.sin(u * 4))),
    0.97,
  ]);
  const low = curve(keel);
  const between = (t: number, from: number, to: number): Point[] => {
    const path: Point[] = [];
    for (let s = from; s <= to; s += 0.006) {
      const [ax, ay] = inner[Math.round(s * (inner.length - 1))] ?? [0, 0];
      const [bx, by] = low[Math.round(s * (low.length - 1))] ?? [0, 0];
      path.push([mix(ax, bx, t), mix(ay, by, t)]);
    }
    return path;
  };
  for (let k = 0; k < 9; k++) {
    const t = 0.05 + k * 0.108;
    const from = 0.1 + 0.1 * hash(k, 1);
    const to = 0.86 + 0.13 * hash(k, 2);
    const breadth = 0.046 - 0.002 * k;
    flat(
      ribbon(between(t, from, to), s => breadth * swelling(s)),
      k % 3 === 2 ? paper : pale,
      33 + k,
      k % 3 === 2 ? 0.95 : 0.9,
    );
    flat(
      ribbon(between(t + 0.045, from + 0.05, to), s => breadth * 0.85 * swelling(s)),
      prussian,
      45 + k,
    );
    flat(
      ribbon(between(t + 0.06, from + 0.09, to - 0.1), s => breadth * 0.3 * swelling(s)),
      ink,
      45 + k,
    );
    line(between(t - 0.022, from, to), s => 0.0032 * swelling(s));
    line(between(t + 0.02, from, to), s => 0.0028 * swelling(s));
  }
  line(crest, t => 0.003 + 0.003 * swelling(t));
  line(inner, t => 0.003 + 0.004 * swelling(t));
}

/** A row of claws along a rim: first all ink silhouettes of a tuft, then its paper white, so that tufts part. */
function printFoam(
  { flat, line }: Printer,
  rim: readonly Point[],
  size: (t: number) => number,
  lean: number,
  hook: number,
  seed: number,
): void {
  const random = seededRandom(seed);
  const count = rim.length;
  for (let k = 0; k < count; k++) {
    const t = k / (count - 1);
    const [x, y] = rim[k] ?? [0, 0];
    const [ax, ay] = rim[Math.max(0, k - 1)] ?? [x, y];
    const [bx, by] = rim[Math.min(count - 1, k + 1)] ?? [x, y];
    const heading = Math.atan2(by - ay, bx - ax) + lean + random.wobble() * 0.3;
    const tuft = claws(
      [x, y],
      heading,
      size(t) * random.between(0.8, 1.2),
      hook * random.between(0.7, 1.3),
      2,
      random,
    );
    const halo = 0.0058;
    for (const claw of tuft)
      flat(
        ribbon(claw.spine, s => claw.breadth * (1 - s) ** 0.75 * (1 + 0.25 * Math.sin(s * 9)) + halo),
        ink,
        60,
      );
    for (const claw of tuft) flat(claw.shape, white, 61);
    for (const claw of tuft.slice(0, 5)) {
      const vein = claw.spine
        .slice(2, 8)
        .map(([px, py]): Point => [px + claw.breadth * 0.1, py + claw.breadth * 0.12]);
      line(vein, s => claw.breadth * 0.16 * swelling(s), pale);
    }
  }
}

function printSpray({ flat }: Printer, count: number, seed: number): void {
  const random = seededRandom(seed);
  for (let k = 0; k < count; k++) {
    const far = random.next() ** 1.5;
    const x = 0.5 + random.between(0.0, 0.42) + far * 0.1;
    const y = 0.04 + random.next() * 0.42 + (x - 0.6) * 0.3;
    const r = random.between(0.0022, 0.0075) * (1 - far * 0.5);
    const dot = (radius: number): Point[] =>
      Array.from({ length: 12 }, (_, n) => [
        x + radius * Math.cos(n * 0.5236),
        y + radius * Math.sin(n * 0.5236),
      ]);
    if (r > 0.004) flat(dot(r + 0.002), ink, 80);
    flat(dot(r), white, 81);
  }
}

function printSwell(printer: Printer): void {
  const top = curve([
    [-0.1, 0.93],
    [0.08, 0.9],
    [0.28, 0.92],
    [0.47, 0.965],
    [0.68, 0.975],
    [0.9, 0.93],
    [1.08, 0.875],
    [1.24, 0.865],
    [1.38, 0.91],
    [1.55, 0.95],
  ]);
  printer.graded([...top, [1.55, 1.1], [-0.1, 1.1]], 85, (_, v) => [
    blend(prussian, ink, smoothstep(0.9, 1, v)),
    0.97,
  ]);
  for (let k = 1; k < 4; k++) {
    const shifted = top.map(([x, y]): Point => [x, y + 0.028 * k + 0.008 * Math.sin(x * 9 + k)]);
    printer.flat(
      ribbon(shifted, t => 0.013 * Math.abs(Math.sin(t * 7 + k))),
      k % 2 ? pale : middle,
      86 + k,
    );
  }
  const rim = top.filter((_, i) => i % 2 === 0).map(([x, y]): Point => [x, y + 0.012]);
  printFoam(printer, rim.slice(6, 22), t => 0.018 + 0.03 * swelling(t), -0.8, 2.4, 5);
  printFoam(printer, rim.slice(30, 51), t => 0.02 + 0.055 * swelling(t), -2.3, -2.6, 6);
}

function paint(width: number, height: number): FloatImage {
  const image = sheet(width, height, paper);
  const printer = printerFor(image);
  printSky(printer, width / height);
  printBody(printer);
  printBoat(printer);
  const crest = curve(back, 7);
  printSpray(printer, 110, 8);
  printFoam(printer, crest.slice(15, 36), t => 0.075 + 0.03 * t, -0.9, 2.4, 2);
  printFoam(printer, crest.slice(32), t => 0.1 + 0.045 * t, 0.3, 2.2, 3);
  printFoam(printer, curve(face, 4).slice(0, 12), t => 0.125 - 0.055 * t, -1.1, -2.6, 4);
  printSwell(printer);
  return image;
}

export const woodblockWave: SamplePicture = {
  name: 'woodblock-wave',
  role: 'style',
  width: 640,
  height: 448,
  title: { en: 'Wave at the sun’s height', zh: '拥日之浪' },
  paint,
};
