/** How much a film flickers, and the closed form of the temporal loss that steadies it. */
import type { HostTensor } from '../execute/resources.ts';

/**
 * The mean difference |x − ω(x′)| of a picture and the one before, moved to where everything is now, over the pixels
 * whose motion can be relied upon; 0 to 1.
 *
 * @param weights A number for each pixel.
 */
export function flicker(picture: HostTensor, before: HostTensor, weights: Float32Array): number {
  const [height = 0, width = 0, channels = 3] = picture.shape;
  let [sum, count] = [0, 0];
  for (let at = 0; at < height * width; at++) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    for (let c = 0; c < channels; c++) {
      const i = at * channels + c;
      sum += weight * Math.abs((picture.data[i] ?? 0) - (before.data[i] ?? 0));
    }
    count += weight * channels;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * The picture x that makes Σ (x − y)² + α Σ c (x − ω)² least: what a network made, held to the picture before where
 * that can be relied upon. x = (y + α c ω) / (1 + α c).
 *
 * The second sum is the temporal loss of Ruder, Dosovitskiy and Brox 2016, eq. 7.
 */
export function steadied(
  made: HostTensor,
  before: HostTensor,
  weights: Float32Array,
  strength: number,
): HostTensor {
  const [height = 0, width = 0, channels = 3] = made.shape;
  const data = new Float32Array(made.data.length);
  for (let at = 0; at < height * width; at++) {
    const share = strength * (weights[at] ?? 0);
    for (let c = 0; c < channels; c++) {
      const i = at * channels + c;
      data[i] = ((made.data[i] ?? 0) + share * (before.data[i] ?? 0)) / (1 + share);
    }
  }
  return { shape: made.shape, data };
}
