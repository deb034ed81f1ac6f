/** Whether an iteration costs in proportion to its pixels. */
import { median } from '../median.ts';
import type { EncoderName, IterationReport } from '../setting.ts';
import type { Measure } from './compare.ts';

export interface Cost {
  readonly side: number;
  /** Of an iteration in Chromium, the median. */
  readonly milliseconds: number;
}

/** So many that a page's threads, and the compiler that makes its kernels faster, have long begun. */
const runsAt: Readonly<Record<number, number>> = { 128: 60, 256: 21, 512: 7, 1024: 5 };

export const costs = (encoder: EncoderName, measure: Measure): Cost[] =>
  Object.entries(runsAt).map(([side, runs]) => {
    const { times }: IterationReport = measure('native/chromium.js', Number(side), runs, encoder);
    return { side: Number(side), milliseconds: median(times) };
  });

/** By how much the dearest pixel costs more than the cheapest: 0.15 is 15 %. */
export function unevenness(all: readonly Cost[]): number {
  const perPixel = all.map(({ side, milliseconds }) => milliseconds / side ** 2);
  return Math.max(...perPixel) / Math.min(...perPixel) - 1;
}
