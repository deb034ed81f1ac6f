import type { Bands } from './bands.ts';

/** Rows of a band, the cheapest first: with fewer, what is computed around each would be more than the band. */
const heights = [128, 64, 32];
const lowest = 16;

/**
 * The cheapest way of cutting that takes no more than `memory` bytes, by `peakOf`; where none does, the one that takes
 * the least. A block more in bands is a block more that is computed twice, and dearer than lower bands, so as few
 * blocks as will do are cut: the first ones have the largest layers and the fewest products.
 */
export function firstWithin<Way>(
  memory: number,
  whole: Way,
  cut: (bands: Bands) => Way,
  peakOf: (way: Way) => number,
): Way {
  let least = { way: whole, peak: peakOf(whole) };
  // Once a block more saves nothing, what takes the most is no layer of a block, or there are no more blocks.
  for (let blocks = 1; least.peak > memory; blocks++) {
    const way = cut({ blocks, rows: lowest });
    const peak = peakOf(way);
    if (peak >= least.peak) break;
    least = { way, peak };
    if (peak > memory) continue;
    for (const rows of heights) {
      const taller = cut({ blocks, rows });
      if (peakOf(taller) <= memory) return taller;
    }
  }
  return least.way;
}
