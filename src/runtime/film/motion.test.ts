import { describe, expect, test } from 'vitest';
import { flicker, steadied } from './flicker.ts';
import { type Grey, greyOf } from './grey.ts';
import { type Flow, motion } from './motion.ts';
import { reliable, warped } from './warp.ts';

const [width, height] = [96, 72];

/** A number from 0 to 1 for each place of a lattice, the same everywhere and like no other. */
function scattered(x: number, y: number): number {
  const mixed = Math.imul(x * 374_761_393 + y * 668_265_263, 1_274_126_177);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

/** Smooth between the places of a lattice. */
function cloud(x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const soft = (t: number) => t * t * (3 - 2 * t);
  const [fx, fy] = [soft(x - left), soft(y - top)];
  const row = (at: number) => scattered(left, at) * (1 - fx) + scattered(left + 1, at) * fx;
  return row(top) * (1 - fy) + row(top + 1) * fy;
}

/** Clouds of many sizes: without edges, and different everywhere. */
const clouds = (x: number, y: number): number =>
  0.4 * cloud(x / 24, y / 24) + 0.35 * cloud(x / 9 + 7, y / 9) + 0.25 * cloud(x / 4, y / 4 + 5);

const picture = (at: (x: number, y: number) => number): Grey => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
});

/** Mean length of the error, but for a margin that came in from outside. */
function errorOf(flow: Flow, dx: number, dy: number): number {
  let [sum, count] = [0, 0];
  for (let y = 16; y < height - 16; y++) {
    for (let x = 16; x < width - 16; x++) {
      const at = y * width + x;
      sum += Math.hypot((flow.dx[at] ?? 0) - dx, (flow.dy[at] ?? 0) - dy);
      count += 1;
    }
  }
  return sum / count;
}

describe('motion', () => {
  test.each([
    [0, 0],
    [3, -2],
    [-7, 5],
    [12, 9],
    [0.5, 0.25],
    [2.3, -1.6],
  ])('a picture moved by (%d, %d) is found to have moved so', (dx, dy) => {
    const flow = motion(
      picture(clouds),
      picture((x, y) => clouds(x - dx, y - dy)),
    );
    expect(errorOf(flow, dx, dy)).toBeLessThan(0.2);
  });

  test('a picture of one colour stands still', () => {
    const even = picture(() => 0.4);
    const { dx, dy } = motion(even, even);
    expect(dx.every(value => value === 0) && dy.every(value => value === 0)).toBe(true);
  });

  test('two parts that move apart are told apart', () => {
    const flow = motion(
      picture(clouds),
      picture((x, y) => (x < width / 2 ? clouds(x + 4, y) : clouds(x - 4, y))),
    );
    const at = (x: number) => flow.dx[36 * width + x] ?? 0;
    expect(at(16)).toBeCloseTo(-4, 0);
    expect(at(80)).toBeCloseTo(4, 0);
  });
});

/** Three equal channels. */
const tensor = ({ data }: Grey) => ({
  shape: [height, width, 3],
  data: Float32Array.from({ length: 3 * data.length }, (_, i) => data[Math.floor(i / 3)] ?? 0),
});

describe('warping', () => {
  const now = picture(clouds);
  const before = picture((x, y) => clouds(x - 3, y + 2));
  const [back, forth] = [motion(now, before), motion(before, now)];
  const weights = reliable(back, forth);

  test('the frame before, moved, is the frame now, where its motion can be relied upon', () => {
    const moved = warped(tensor(before), back);
    expect(flicker(tensor(now), moved, weights)).toBeLessThan(0.01);
    expect(flicker(tensor(now), tensor(before), weights)).toBeGreaterThan(0.05);
  });

  test('most of it can be relied upon, but nothing that came in from outside', () => {
    const share = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    expect(share).toBeGreaterThan(0.7);
    for (let y = 0; y < height; y++) expect(weights[y * width + width - 1]).toBe(0);
  });

  test('what was hidden cannot be relied upon', () => {
    // A square moves by 8 to the right over a ground that stands still: on its left the ground comes out.
    const scene = (left: number) =>
      picture((x, y) =>
        x >= left && x < left + 24 && y >= 24 && y < 48 ? clouds(3 * x - 3 * left, 2 * y) : clouds(x, y),
      );
    const [later, earlier] = [scene(40), scene(32)];
    const shown = reliable(motion(later, earlier), motion(earlier, later));
    const shareOf = (from: number, to: number) => {
      const part = Array.from({ length: to - from }, (_, i) => shown[36 * width + from + i] ?? 0);
      return part.reduce((sum, weight) => sum + weight, 0) / part.length;
    };
    expect(shareOf(33, 39)).toBeLessThan(0.5);
    expect(shareOf(0, 20)).toBeGreaterThan(0.9);
  });

  test('a picture keeps its motion at another size', () => {
    const doubled = {
      shape: [2 * height, 2 * width, 3],
      data: tensorAt(2, (x, y) => clouds(x / 2 - 3, y / 2 + 2)),
    };
    const expected = { shape: doubled.shape, data: tensorAt(2, (x, y) => clouds(x / 2, y / 2)) };
    const inside = Float32Array.from({ length: 4 * width * height }, (_, i) => {
      const [x, y] = [i % (2 * width), Math.floor(i / (2 * width))];
      return x > 20 && x < 2 * width - 20 && y > 20 && y < 2 * height - 20 ? 1 : 0;
    });
    expect(flicker(expected, warped(doubled, back), inside)).toBeLessThan(0.02);
  });
});

const tensorAt = (scale: number, at: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: 3 * scale * scale * width * height }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return at(pixel % (scale * width), Math.floor(pixel / (scale * width)));
  });

describe('steadied', () => {
  const made = { shape: [1, 2, 3], data: Float32Array.from([1, 1, 1, 1, 1, 1]) };
  const before = { shape: [1, 2, 3], data: Float32Array.from([0, 0, 0, 0, 0, 0]) };

  test('no neighbouring picture has a smaller sum of what it keeps and of the temporal loss', () => {
    const weights = Float32Array.from([1, 0]);
    const strength = 3;
    const loss = (data: ArrayLike<number>) =>
      Array.from(data).reduce(
        (sum, x, i) => sum + (x - 1) ** 2 + strength * (weights[Math.floor(i / 3)] ?? 0) * x ** 2,
        0,
      );
    const best = steadied(made, before, weights, strength).data;
    expect(Array.from(best)).toEqual([0.25, 0.25, 0.25, 1, 1, 1]);
    for (const step of [-0.01, 0.01]) {
      for (const i of best.keys()) {
        expect(loss(best.map((x, j) => (j === i ? x + step : x)))).toBeGreaterThan(loss(best));
      }
    }
  });

  test('as much as is asked for, it flickers less', () => {
    const weights = Float32Array.from([1, 1]);
    const flickers = [0, 1, 4].map(strength =>
      flicker(steadied(made, before, weights, strength), before, weights),
    );
    expect(flickers).toEqual([1, 0.5, expect.closeTo(0.2, 6)]);
  });
});

test('how bright a pixel is', () => {
  expect(greyOf([1, 1, 1, 1, 0, 0], 2, 1).data).toEqual(Float32Array.from([1, 0.299]));
});
