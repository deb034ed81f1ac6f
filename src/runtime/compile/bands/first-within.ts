import type { Bands } from './bands.ts';

/** Rows of a band: with fewer, what is computed around each of them would be more than the band. */
const heights = [128, 64, 32, 16];

/** VGG has five, and nobody's network has more poolings than sizes can be halved. */
const deepest = 12;

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
  if (least.peak <= memory) return whole;
  for (let blocks = 1; blocks <= deepest; blocks++) {
    const lowest = cut({ blocks, rows: heights.at(-1) ?? 16 });
    const peak = peakOf(lowest);
    if (peak <= memory) {
      const roomier = heights.slice(0, -1).map(rows => () => cut({ blocks, rows }));
      for (const way of roomier) {
        const taller = way();
        if (peakOf(taller) <= memory) return taller;
      }
      return lowest;
    }
    // Deeper than the deepest tap nothing changes any more.
    if (blocks > 1 && peak === least.peak && least.way !== whole) break;
    if (peak < least.peak) least = { way: lowest, peak };
  }
  return least.way;
}
