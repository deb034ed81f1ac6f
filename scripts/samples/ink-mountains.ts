/**
 * Karst peaks in ink: a wash that is dark at the crest and drowns in mist below, then the wrinkles of the rock, laid
 * dry along its fall.
 */
import type { Canvas, Point } from './brush.ts';
import { blend, times } from './colour.ts';
import { inkStroke, thinned } from './ink-brush.ts';
import { clamp, fbm, noise, smoothstep } from './noise.ts';
import { type FloatImage, fillImage, pixel } from './picture.ts';
import type { Random } from './random.ts';

type Peak = readonly [x: number, high: number, broad: number];
type Range = {
  readonly foot: number;
  readonly tone: number;
  readonly fade: number;
  readonly peaks: readonly Peak[];
};

export const ranges: readonly Range[] = [
  {
    foot: 0.45,
    tone: 0.2,
    fade: 0.16,
    peaks: [
      [0.16, 0.17, 0.1],
      [0.4, 0.26, 0.075],
      [0.52, 0.14, 0.09],
      [0.74, 0.2, 0.12],
    ],
  },
  {
    foot: 0.52,
    tone: 0.36,
    fade: 0.17,
    peaks: [
      [0.26, 0.3, 0.065],
      [0.34, 0.2, 0.06],
      [0.6, 0.15, 0.1],
      [0.1, 0.1, 0.1],
    ],
  },
  {
    foot: 0.61,
    tone: 0.58,
    fade: 0.2,
    peaks: [
      [0.64, 0.43, 0.085],
      [0.74, 0.33, 0.08],
      [0.55, 0.19, 0.05],
      [0.83, 0.25, 0.08],
    ],
  },
  {
    foot: 0.72,
    tone: 0.72,
    fade: 0.12,
    peaks: [
      [0.02, 0.2, 0.1],
      [0.13, 0.11, 0.07],
      [0.79, 0.1, 0.1],
    ],
  },
];

/** Karst: steep sides, a rounded head, ledges between. */
function crest({ foot, peaks }: Range, x: number, k: number): number {
  let high = 0;
  for (const [place, tall, broad] of peaks)
    high = Math.max(high, tall * Math.exp(-(Math.abs((x - place) / broad) ** 2.6)));
  return foot - high - 0.022 * fbm(x * 16, k * 7.1, 4, 30 + k) - 0.006 * noise(x * 90, k, 40);
}

export function washRange(image: FloatImage, range: Range, k: number): void {
  const unit = image.height;
  fillImage(image, (px, py) => {
    const here = pixel(image, px, py);
    const [x, y] = [px / unit, py / unit];
    const bleed = 0.004 * fbm(x * 60, y * 60, 3, 50 + k);
    const depth = y - crest(range, x, k) + bleed;
    if (depth < -0.004) return here;
    const first = smoothstep(-0.004, 0.003, depth);
    const pooled = 1 + 0.5 * Math.exp(-((depth / 0.008) ** 2));
    const mist =
      Math.exp(-((Math.max(0, depth) / range.fade) ** 1.5)) *
      (1 - 0.75 * smoothstep(-0.1, 0.35, fbm(x * 3, y * 8, 4, 60 + k) + (y - range.foot) * 3.2));
    const wrinkle = 0.72 + 0.5 * fbm(x * 34 + y * 6, y * 9, 4, 70 + k) + 0.3 * fbm(x * 8, y * 8, 3, 80 + k);
    // In the valleys between peaks there is only mist.
    const raised = smoothstep(0.01, 0.07, range.foot - crest(range, x, k));
    const density = clamp(range.tone * first * pooled * mist * wrinkle * raised);
    return times(here, blend([1, 1, 1], thinned(range.tone * 0.8), density));
  });
}

export function wrinkleRange(canvas: Canvas, range: Range, k: number, random: Random): void {
  for (const [place, tall, broad] of range.peaks) {
    const count = Math.round(tall * broad * 9500 * (0.4 + range.tone));
    for (let n = 0; n < count; n++) {
      const x = place + random.wobble() * broad * 1.2;
      const top = crest(range, x, k);
      const down = random.next() ** 1.7 * range.fade * 1.1;
      const y = top + 0.004 + down;
      const steep = clamp((crest(range, x + 0.012, k) - crest(range, x - 0.012, k)) / 0.024, -3, 3);
      const fall = Math.atan2(2.2, steep * 0.45 + random.wobble() * 0.8);
      const length = random.between(0.012, 0.045);
      const bend = random.wobble() * 0.4;
      const path = [0, 0.35, 0.7, 1].map(
        (t): Point => [
          x + Math.cos(fall + bend * t) * length * t,
          y + Math.sin(fall + bend * t) * length * t,
        ],
      );
      const strength = range.tone * Math.exp(-((down / range.fade) ** 1.5)) * random.between(0.25, 0.85);
      inkStroke(canvas, path, random.between(0.0025, 0.0085), strength, 0.75, n + k * 999);
    }
  }
  // The crest itself: broken, pressed here and lifted there.
  for (let x = -0.02; x < 0.84; ) {
    const long = random.between(0.02, 0.07);
    const path = Array.from(
      { length: 9 },
      (_, n): Point => [x + (long * n) / 8, crest(range, x + (long * n) / 8, k)],
    );
    const raised = range.foot - (path[4]?.[1] ?? 0);
    inkStroke(
      canvas,
      path,
      random.between(0.002, 0.0055),
      clamp(range.tone * 1.1) * smoothstep(0.02, 0.09, raised),
      0.45,
      Math.floor(x * 5000) + k,
    );
    x += long * random.between(0.75, 1.1);
  }
}
