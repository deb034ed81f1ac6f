/** Which channels of a layer respond to a picture, how strongly, and where the most. */
import type { HostTensor } from '../execute/resources.ts';

export interface ChannelActivity {
  readonly channel: number;
  /** The mean over all positions of what a ReLU lets through. */
  readonly mean: number;
  /** Over all positions; of a tap before its ReLU it may be negative. */
  readonly largest: number;
}

/** The channels, the most active first; what is equally active stays in order. */
export function byActivity(means: Float32Array, largest: Float32Array): readonly ChannelActivity[] {
  return Array.from(means, (mean, channel) => ({ channel, mean, largest: largest[channel] ?? 0 })).toSorted(
    (a, b) => b.mean - a.mean || a.channel - b.channel,
  );
}

export interface Peak {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Where a channel [height, width] responds the most; the first such place. */
export function peakOf({ shape: [, width = 1], data }: HostTensor): Peak {
  let at = 0;
  data.forEach((value, i) => {
    if (value > (data[at] ?? Number.NEGATIVE_INFINITY)) at = i;
  });
  return { row: Math.floor(at / width), column: at % width, value: data[at] ?? 0 };
}

/** The least and the largest number of several channels, 0 among them: what one scale of colours for all goes from and to. */
export function rangeOf(channels: readonly HostTensor[]): readonly [number, number] {
  let [least, largest] = [0, 0];
  for (const { data } of channels) {
    for (const value of data) {
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
  }
  return [least, largest];
}
