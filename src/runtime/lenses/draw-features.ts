/** Channels as small pictures: in colours on a scale, or as a shade over what they respond to. */
import type { HostTensor } from '../execute/resources.ts';
import { type Pixels, pixelsOf, scaledDown } from '../host/scale-down.ts';
import { viridis } from '../host/viridis.ts';
import { rangeOf } from './channel-activity.ts';

/** No picture of a lens is larger, in pixels: features are coarse, and an image lies under them for orientation only. */
export const largest = 256;

/** How dark it gets where a channel does not respond at all. */
const darkest = 0.88;

type Range = readonly [least: number, largest: number];

/**
 * A channel [height, width] in colours: from nothing to the largest of `range`, or where there is something negative,
 * from as much below nothing as above it.
 */
export function mapOf(channel: HostTensor, range: Range, size = largest): Pixels {
  const { shape, data } = reduced(channel, size);
  const scale = scaleOf(range);
  const [height = 0, width = 0] = shape;
  return pixelsOf({ shape: [height, width, 3], data: viridis(data.map(scale)) }, size);
}

/** Black, and the less the more a channel responds. */
export function shadeOf(channel: HostTensor, [, most]: Range, size = largest): Pixels {
  const { shape, data } = reduced(channel, size);
  const [height = 0, width = 0] = shape;
  const rgba = new Uint8ClampedArray(4 * height * width);
  data.forEach((value, i) => {
    const lit = Math.sqrt(Math.min(Math.max(value / (most || 1), 0), 1));
    rgba[4 * i + 3] = 255 * darkest * (1 - lit);
  });
  return { width, height, rgba };
}

/** In colours by its own range. */
export const tileOf = (channel: HostTensor, size: number): Pixels => mapOf(channel, rangeOf([channel]), size);

/** From a number to where it lies on the scale, 0 to 1. */
export function scaleOf([least, most]: Range): (value: number) => number {
  const extent = Math.max(most, -least) || 1;
  return least < 0 ? value => 0.5 + value / extent / 2 : value => value / extent;
}

const reduced = ({ shape: [height = 0, width = 0], data }: HostTensor, size: number): HostTensor =>
  scaledDown({ shape: [height, width, 1], data }, size);
