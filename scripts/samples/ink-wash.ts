/**
 * Peaks in mist, a pine, a boat: ink and water on paper.
 *
 * Ink only darkens. A wash is dark where the brush first touched (the crest) and drowns in mist below; dry strokes
 * along the fall of the rock give it its wrinkles; the nearest things are the darkest.
 */
import { canvasOn } from './brush.ts';
import { blend, hex, times } from './colour.ts';
import { boat, seal } from './ink-boat.ts';
import { ranges, washRange, wrinkleRange } from './ink-mountains.ts';
import { pineTree } from './ink-pine.ts';
import { clamp, fbm, hash, mix, smoothstep } from './noise.ts';
import { sheet } from './paper.ts';
import { type FloatImage, fillImage, pixel, type SamplePicture } from './picture.ts';
import { seededRandom } from './random.ts';

function paint(width: number, height: number): FloatImage {
  const image = sheet(width, height, hex('#efe8d6'));
  const canvas = canvasOn(image);
  const random = seededRandom(1082);
  const unit = height;
  fillImage(image, (px, py) => {
    const [x, y] = [px / unit, py / unit];
    const moon = Math.hypot(x - 0.2, y - 0.17);
    const halo = smoothstep(0.05, 0.058, moon) * Math.exp(-((moon / 0.24) ** 2)) * 0.24;
    const haze = smoothstep(-0.1, 0.6, fbm(x * 2, y * 5, 4, 3)) * 0.12;
    const water = smoothstep(0.76, 1, y) * (0.12 + 0.14 * smoothstep(0, 0.5, fbm(x * 2.4, y * 22, 3, 4)));
    return times(pixel(image, px, py), blend([1, 1, 1], hex('#5d6a74'), halo + haze + water));
  });
  for (const [k, range] of ranges.entries()) {
    washRange(image, range, k);
    wrinkleRange(canvas, range, k, random);
  }
  boat(canvas);
  pineTree(canvas, random);
  seal(image);
  return fillImage(image, (px, py) => {
    const tooth = mix(1, 0.955 + 0.09 * hash(Math.floor(px), Math.floor(py), 77), 0.6);
    const [r, g, b] = pixel(image, px, py);
    return [clamp(r * tooth), clamp(g * tooth), clamp(b * tooth)];
  });
}

export const inkWash: SamplePicture = {
  name: 'ink-wash',
  role: 'style',
  width: 512,
  height: 640,
  title: { en: 'Peaks in mist', zh: '云山图' },
  paint,
};
