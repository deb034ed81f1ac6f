/** The frame before, moved to where everything is now; and where that can be relied upon. */
import type { HostTensor } from '../execute/resources.ts';
import { between } from './grey.ts';
import type { Flow } from './motion.ts';

/** The same motion in a picture of another size. */
export function flowAt(flow: Flow, width: number, height: number): Flow {
  if (flow.width === width && flow.height === height) return flow;
  const scaled = (values: Float32Array, factor: number) =>
    spread(values, flow, width, height).map(value => value * factor);
  return {
    width,
    height,
    dx: scaled(flow.dx, width / flow.width),
    dy: scaled(flow.dy, height / flow.height),
  };
}

/** One number for each pixel, at another size, bilinearly. */
export function spread(
  values: Float32Array,
  from: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): Float32Array {
  if (from.width === width && from.height === height) return values;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fx, fy] = [((x + 0.5) * from.width) / width - 0.5, ((y + 0.5) * from.height) / height - 0.5];
      out[y * width + x] = between(values, from.width, from.height, fx, fy);
    }
  }
  return out;
}

/** ω(x): each pixel taken from where it was. @param picture [height, width, channels], of any size. */
export function warped(picture: HostTensor, flow: Flow): HostTensor {
  const [height = 0, width = 0, channels = 3] = picture.shape;
  const { dx, dy } = flowAt(flow, width, height);
  const data = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const [fromX, fromY] = [x + (dx[at] ?? 0), y + (dy[at] ?? 0)];
      for (let c = 0; c < channels; c++) {
        data[at * channels + c] = between(picture.data, width, height, fromX, fromY, channels, c);
      }
    }
  }
  return { shape: picture.shape, data };
}

/**
 * 1 for each pixel of the later frame whose motion can be relied upon, 0 for what was hidden in the frame before or
 * lies on the edge of what moves: the motion there and the motion back must cancel,
 * |b + f(x + b)|² ≤ 0.01 (|b|² + |f|²) + 0.5, and must not change abruptly, |∇b|² ≤ 0.01 |b|² + 0.002.
 *
 * Ruder, Dosovitskiy and Brox 2016, Artistic style transfer for videos, eq. 5 and 6 (after Sundaram et al. 2010).
 *
 * @param back From the later frame to the earlier. @param forth From the earlier to the later.
 */
export function reliable(back: Flow, forth: Flow): Float32Array {
  const { width, height, dx, dy } = back;
  const weights = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const [bx, by] = [dx[at] ?? 0, dy[at] ?? 0];
      const [wasX, wasY] = [x + bx, y + by];
      if (wasX < 0 || wasY < 0 || wasX > width - 1 || wasY > height - 1) continue;
      const fx = between(forth.dx, width, height, wasX, wasY);
      const fy = between(forth.dy, width, height, wasX, wasY);
      const [length, other] = [bx * bx + by * by, fx * fx + fy * fy];
      const returns = (bx + fx) ** 2 + (by + fy) ** 2 <= 0.01 * (length + other) + 0.5;
      if (returns && steepness(back, x, y) <= 0.01 * length + 0.002) weights[at] = 1;
    }
  }
  return weights;
}

/** |∇b|², by differences to the neighbours. */
function steepness({ width, height, dx, dy }: Flow, x: number, y: number): number {
  const at = y * width + x;
  const right = x + 1 < width ? at + 1 : at;
  const below = y + 1 < height ? at + width : at;
  const of = (values: Float32Array) =>
    ((values[right] ?? 0) - (values[at] ?? 0)) ** 2 + ((values[below] ?? 0) - (values[at] ?? 0)) ** 2;
  return of(dx) + of(dy);
}
