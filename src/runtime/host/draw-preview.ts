/** Numbers of a node as a small picture: maps and matrices in colours, by what is largest in them. */
import type { HostTensor } from '../execute/resources.ts';
import type { PreviewNumbers } from '../session/preview.ts';
import { scaledDown } from './scale-down.ts';
import { viridis } from './viridis.ts';

/** Cells of a matrix along a side, at most: more are not told apart. */
const mostCells = 128;

/** @returns [height, width, 3], 0 to 1; the longer side at most `size`, and never larger than the numbers. */
export function drawPreview({ look, numbers }: PreviewNumbers, size: number): HostTensor {
  switch (look) {
    case 'image':
      return scaledDown(thinned(numbers, size), size);
    case 'mean':
      return coloured(scaledDown(asImage(numbers), size));
    case 'matrix':
      return coloured(scaledDown(asImage(mapped(numbers, signedRoot)), Math.min(size, mostCells)));
    case 'channels':
      return sheet(numbers, size);
  }
}

/** Statistics span many orders of magnitude. */
const signedRoot = (number: number): number => Math.sign(number) * Math.sqrt(Math.abs(number));

const mapped = ({ shape, data }: HostTensor, change: (number: number) => number): HostTensor => ({
  shape,
  data: data.map(change),
});

/** [height, width] → [height, width, 1]. */
const asImage = ({ shape: [height = 0, width = 0], data }: HostTensor): HostTensor => ({
  shape: [height, width, 1],
  data,
});

/** From nothing to the largest where there is nothing negative, else from the most negative to as much above zero. */
function coloured({ shape: [height = 0, width = 0], data }: HostTensor): HostTensor {
  let [least, largest] = [0, 0];
  for (const number of data) {
    least = Math.min(least, number);
    largest = Math.max(largest, number);
  }
  const most = Math.max(largest, -least) || 1;
  const scaled = data.map(number => (least < 0 ? 0.5 + number / most / 2 : number / most));
  return { shape: [height, width, 3], data: viridis(scaled) };
}

/**
 * Every second, third, … pixel of a photograph: enough are left for averaging, and a large one takes no
 * longer than a small one.
 */
function thinned(picture: HostTensor, size: number): HostTensor {
  const [height = 0, width = 0, channels = 3] = picture.shape;
  const step = Math.floor(Math.max(height, width) / (4 * size));
  if (step < 2) return picture;
  const [rows, columns] = [Math.ceil(height / step), Math.ceil(width / step)];
  const data = new Float32Array(rows * columns * channels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = (row * step * width + column * step) * channels;
      data.set(picture.data.subarray(from, from + channels), (row * columns + column) * channels);
    }
  }
  return { shape: [rows, columns, channels], data };
}

/** Channels side by side in rows, each by its own largest number. */
function sheet({ shape: [height = 0, width = 0, count = 0], data }: HostTensor, size: number): HostTensor {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const tiles = Array.from({ length: count }, (_, channel) => {
    const plane = Float32Array.from({ length: height * width }, (_, i) => data[i * count + channel] ?? 0);
    return coloured(scaledDown({ shape: [height, width, 1], data: plane }, Math.floor(size / columns)));
  });
  const [tall = 0, wide = 0] = tiles[0]?.shape ?? [];
  const whole = new Float32Array(rows * tall * columns * wide * 3);
  tiles.forEach((tile, at) => {
    const [top, left] = [Math.floor(at / columns) * tall, (at % columns) * wide];
    for (let row = 0; row < tall; row++) {
      const line = tile.data.subarray(row * wide * 3, (row + 1) * wide * 3);
      whole.set(line, ((top + row) * columns * wide + left) * 3);
    }
  });
  return { shape: [rows * tall, columns * wide, 3], data: whole };
}
