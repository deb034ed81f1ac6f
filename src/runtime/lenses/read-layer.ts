/** Little of a layer is read back: sums over its positions, some channels, the neighbours of a position. */
import * as tf from '@tensorflow/tfjs-core';
import type { Padding } from '../../graph/wire.ts';
import { readBack } from '../execute/host-tensor.ts';
import type { HostTensor } from '../execute/resources.ts';
import { byActivity, type ChannelActivity } from './channel-activity.ts';

const reading = async (make: () => tf.Tensor): Promise<HostTensor> => {
  const tensor = tf.tidy(make);
  try {
    return await readBack(tensor);
  } finally {
    tensor.dispose();
  }
};

/** How active the channels of [height, width, channels] are, the most active first. */
export async function readActivity(features: tf.Tensor): Promise<readonly ChannelActivity[]> {
  const [means, largest] = await Promise.all([
    reading(() => tf.mean(tf.relu(features), [0, 1])),
    reading(() => tf.max(features, [0, 1])),
  ]);
  return byActivity(means.data, largest.data);
}

/** One channel: [height, width]. */
export async function readChannel(features: tf.Tensor, channel: number): Promise<HostTensor> {
  const [height = 1, width = 1] = features.shape;
  return reading(() => tf.reshape(tf.slice(features, [0, 0, channel], [height, width, 1]), [height, width]));
}

/** Several channels, averaged to about `size` positions along the longer side: each [height, width]. */
export async function readSmall(
  features: tf.Tensor,
  channels: readonly number[],
  size: number,
): Promise<readonly HostTensor[]> {
  if (channels.length === 0) return [];
  const [height = 1, width = 1] = features.shape;
  const step = Math.max(1, Math.min(Math.floor(Math.max(height, width) / size), height, width));
  const { shape, data } = await reading(() => {
    const some = tf.gather(features, tf.tensor1d([...channels], 'int32'), 2) as tf.Tensor3D;
    return step === 1 ? some : tf.avgPool(some, step, step, 'valid');
  });
  const [rows = 0, columns = 0, count = 0] = shape;
  return channels.map((_, at) => ({
    shape: [rows, columns],
    data: Float32Array.from({ length: rows * columns }, (_, i) => data[i * count + at] ?? 0),
  }));
}

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns of a picture [height, width, 3], the last not included. */
export async function readPatch(
  image: tf.Tensor,
  { top, left, bottom, right }: Rectangle,
): Promise<HostTensor> {
  const channels = image.shape[2] ?? 3;
  return reading(() => tf.slice(image, [top, left, 0], [bottom - top, right - left, channels]));
}

export async function readFeature(
  features: tf.Tensor,
  { row, column, channel }: { readonly row: number; readonly column: number; readonly channel: number },
): Promise<number> {
  const { data } = await reading(() => tf.slice(features, [row, column, channel], [1, 1, 1]));
  return data[0] ?? Number.NaN;
}

/** The nine neighbours of a position in all channels, [3, 3, channels]; beyond the border what `padding` puts there. */
export async function readNeighbours(
  input: tf.Tensor,
  { row, column }: { readonly row: number; readonly column: number },
  padding: Padding,
): Promise<Float32Array> {
  const [height = 1, width = 1, channels = 1] = input.shape;
  const [top, left] = [Math.max(row - 1, 0), Math.max(column - 1, 0)];
  const [bottom, right] = [Math.min(row + 2, height), Math.min(column + 2, width)];
  const { data } = await readPatch(input, { top, left, bottom, right });
  // A mirror needs a second pixel.
  const mode = padding === 'reflect' && Math.min(height, width) < 2 ? 'replicate' : padding;
  const neighbours = new Float32Array(9 * channels);
  for (let position = 0; position < 9; position++) {
    const y = inside(row + Math.floor(position / 3) - 1, height, mode);
    const x = inside(column + (position % 3) - 1, width, mode);
    if (y === undefined || x === undefined) continue;
    const from = ((y - top) * (right - left) + x - left) * channels;
    neighbours.set(data.subarray(from, from + channels), position * channels);
  }
  return neighbours;
}

/** Where the number at `at` comes from; undefined where it is zero. */
function inside(at: number, extent: number, mode: Padding): number | undefined {
  if (at >= 0 && at < extent) return at;
  if (mode === 'zero') return undefined;
  if (mode === 'replicate') return Math.min(Math.max(at, 0), extent - 1);
  return at < 0 ? -at : 2 * (extent - 1) - at;
}
