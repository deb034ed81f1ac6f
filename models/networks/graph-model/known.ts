/** What is known of a node's result while a graph is read: a picture, a number for each channel, or a size. */
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { type Channels, type Channelwise, constant, mapped, numbersOf } from './channelwise.ts';

/** A side of a picture: a number, or the side of a step's result (0 to 3: batch, height, width, channels) times a factor. */
export type Extent = number | { readonly of: string; readonly axis: number; readonly factor: number };

export type Known =
  | { readonly type: 'channelwise'; readonly value: Channelwise }
  /** Numbers as they are stored, which may be channels' or a size. */
  | { readonly type: 'tensor'; readonly tensor: HostTensor }
  /** (x − μ)², σ² + ε, √(σ² + ε) of a step. */
  | { readonly type: 'squared-deviation'; readonly of: string }
  | { readonly type: 'variance'; readonly of: string; readonly epsilon: number }
  | { readonly type: 'deviation'; readonly of: string; readonly epsilon: number }
  | { readonly type: 'extents'; readonly extents: readonly Extent[] };

export const channelwise = (value: Channelwise): Known => ({ type: 'channelwise', value });

/** A stored tensor as a number for all channels or for each; other things as they are, where they are such. */
export function asChannelwise(known: Known | undefined): Channelwise | undefined {
  if (known?.type === 'channelwise') return known.value;
  if (known?.type !== 'tensor') return undefined;
  const { shape, data } = known.tensor;
  const [first = 0] = data;
  if (data.length === 1) return constant(first);
  return data.length === shape.at(-1) ? constant(Array.from(data)) : undefined;
}

export function asExtents(known: Known | undefined): readonly Extent[] | undefined {
  if (known?.type === 'extents') return known.extents;
  return known?.type === 'tensor' && known.tensor.shape.length <= 1
    ? Array.from(known.tensor.data)
    : undefined;
}

export function asNumbers(known: Known | undefined): Channels | undefined {
  const value = asChannelwise(known);
  return value && numbersOf(value);
}

/** A constant's numbers through `change`. */
export const changed = (by: Channels, change: (number: number) => number): Known =>
  channelwise(constant(mapped(by, change)));
