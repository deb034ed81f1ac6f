/**
 * A picture that no file holds: leaves fall on one another, discs of every size and colour, and what is seen
 * from above has the statistics of photographs, edges and flat parts that are alike at every scale (Lee,
 * Mumford and Huang 2001, Occlusion models for natural images). The last to fall is drawn first and nothing is
 * drawn over it, until no place is empty (Kendall and Thönnes 1999).
 *
 * Whole numbers, products, quotients and square roots give the same bits on every machine.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

/**
 * `side` × `side` pixels, RGB, 0 to 1. Radii reach from one pixel to `side`, with a density of r⁻³, the one that
 * prefers no scale.
 */
export function deadLeaves(side: number, seed: number): HostTensor {
  const stream = xoroshiro128plus(seed);
  const uniform = (): number => (stream.next() + 0x8000_0000) / 0x1_0000_0000;
  // As far beyond the border as the largest leaf reaches: a third of the places are in the picture, each way.
  const place = (): number => side * (3 * uniform() - 1);
  const data = new Float32Array(side * side * 3);
  const covered = new Uint8Array(side * side);
  let empty = covered.length;
  while (empty > 0) {
    // A share u of all leaves is smaller than r where 1 − r⁻² = u (1 − side⁻²).
    const radius = 1 / Math.sqrt(1 - uniform() * (1 - 1 / (side * side)));
    const [x, y] = [place(), place()];
    const colour = leafColour(uniform);
    for (const pixel of disc(side, x, y, radius)) {
      if (covered[pixel]) continue;
      covered[pixel] = 1;
      data.set(colour, 3 * pixel);
      empty -= 1;
    }
  }
  return { shape: [side, side, 3], data };
}

/**
 * What the three channels share counts twice: a standard deviation of 0.22 and a correlation of 0.8 between
 * channels, about those of photographs.
 */
function leafColour(uniform: () => number): readonly number[] {
  const light = uniform();
  return [uniform(), uniform(), uniform()].map(own => (2 * light + own) / 3);
}

/** The pixels of a disc around (`x`, `y`) that lie in the picture. */
function* disc(side: number, x: number, y: number, radius: number): Generator<number> {
  const first = (middle: number) => Math.max(0, Math.ceil(middle - radius));
  const last = (middle: number) => Math.min(side - 1, Math.floor(middle + radius));
  for (let row = first(y); row <= last(y); row++) {
    for (let column = first(x); column <= last(x); column++) {
      const [across, down] = [column - x, row - y];
      if (across * across + down * down <= radius * radius) yield row * side + column;
    }
  }
}
