/** One channel of a picture, as motion is looked for in it: how bright each pixel is. */

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to 1. */
  readonly data: Float32Array;
}

/** @param data [height, width, 3], 0 to 1. The luma of ITU-R BT.601. */
export function greyOf(data: ArrayLike<number>, width: number, height: number): Grey {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const [red = 0, green = 0, blue = 0] = [data[3 * at], data[3 * at + 1], data[3 * at + 2]];
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { width, height, data: grey };
}

/** Half as large, each pixel the mean of four. */
export function halved({ width, height, data }: Grey): Grey {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const half = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = 2 * y * width + 2 * x;
      const [right, below] = [2 * x + 1 < width ? 1 : 0, 2 * y + 1 < height ? width : 0];
      half[y * w + x] =
        ((data[at] ?? 0) +
          (data[at + right] ?? 0) +
          (data[at + below] ?? 0) +
          (data[at + right + below] ?? 0)) /
        4;
    }
  }
  return { width: w, height: h, data: half };
}

/**
 * What stands at a place between pixels: of `channels` interleaved numbers number `channel`, bilinearly. Beyond the
 * edge it is as at the edge.
 */
export function between(
  data: ArrayLike<number>,
  width: number,
  height: number,
  x: number,
  y: number,
  channels = 1,
  channel = 0,
): number {
  const cx = Math.min(width - 1, Math.max(0, x));
  const cy = Math.min(height - 1, Math.max(0, y));
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [fx, fy] = [cx - left, cy - top];
  const at = (px: number, py: number) => data[(py * width + px) * channels + channel] ?? 0;
  const upper = at(left, top) * (1 - fx) + at(right, top) * fx;
  const lower = at(left, below) * (1 - fx) + at(right, below) * fx;
  return upper * (1 - fy) + lower * fy;
}
