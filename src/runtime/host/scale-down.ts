/**
 * A picture made smaller by averaging the pixels that fall under each new one, with the parts of those at its
 * edges. Never made larger: whoever shows it can do that.
 */
import type { HostTensor } from '../execute/resources.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; a byte each. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Width and height of a picture of `[height, width, …]` whose longer side is at most `longest`. */
export function scaledSize([height = 0, width = 0]: readonly number[], longest: number) {
  const factor = Math.min(1, Math.max(1, Math.round(longest)) / Math.max(width, height, 1));
  const scaled = (side: number) => Math.max(1, Math.round(side * factor));
  return { width: scaled(width), height: scaled(height) };
}

/** @param picture [height, width, channels]. */
export function scaledDown({ shape, data }: HostTensor, longest: number): HostTensor {
  const [height = 0, width = 0, channels = 3] = shape;
  const to = scaledSize(shape, longest);
  const rows = averaged(data, { count: height, to: to.height, stride: width * channels, lines: 1 });
  const scaled = averaged(rows, { count: width, to: to.width, stride: channels, lines: to.height });
  return { shape: [to.height, to.width, channels], data: scaled };
}

/** @param picture [height, width, 1 or 3], 0 to 1; what lies outside is clipped, what is no number is black. */
export function pixelsOf(picture: HostTensor, longest: number): Pixels {
  const { shape, data } = scaledDown(picture, longest);
  const [height = 0, width = 0, channels = 3] = shape;
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = data[channels * pixel + (channels === 1 ? 0 : channel)] ?? 0;
      rgba[4 * pixel + channel] = value * 255;
    }
    rgba[4 * pixel + 3] = 255;
  }
  return { width, height, rgba };
}

interface Direction {
  /** Entries along the direction, before and after. */
  readonly count: number;
  readonly to: number;
  /** How many numbers an entry has. */
  readonly stride: number;
  /** How many times the whole direction is repeated. */
  readonly lines: number;
}

function averaged(data: Float32Array, { count, to, stride, lines }: Direction): Float32Array {
  if (to >= count) return data;
  const out = new Float32Array(lines * to * stride);
  const step = count / to;
  for (let at = 0; at < to; at++) {
    const [from, until] = [at * step, Math.min((at + 1) * step, count)];
    for (let entry = Math.floor(from); entry < until; entry++) {
      const share = (Math.min(entry + 1, until) - Math.max(entry, from)) / (until - from);
      for (let line = 0; line < lines; line++) {
        const [source, target] = [(line * count + entry) * stride, (line * to + at) * stride];
        for (let i = 0; i < stride; i++) {
          out[target + i] = (out[target + i] ?? 0) + share * (data[source + i] ?? 0);
        }
      }
    }
  }
  return out;
}
