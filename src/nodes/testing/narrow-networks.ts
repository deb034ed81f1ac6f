/** Feed-forward networks that are narrow enough to run in milliseconds: a decoder and a generator. */
import type { NetworkFacts } from '../../graph/network.ts';

/** What the narrow encoder sees at relu2_1 back to a picture, in three steps. */
export const narrowDecoder: NetworkFacts = {
  hash: 'narrow decoder',
  title: 'Narrow decoder',
  input: { type: 'features', encoder: 'narrow', tap: 'relu2_1', channels: 6 },
  steps: [
    { name: 'large', of: ['input'], operation: { type: 'enlarge', factor: 2, filter: 'nearest' } },
    { name: 'border', of: ['large'], operation: { type: 'pad', mode: 'replicate', amount: 1 } },
    {
      name: 'colours',
      of: ['border'],
      operation: {
        type: 'convolution',
        kernel: 'colours/kernel',
        bias: 'colours/bias',
        shape: [3, 3, 6, 3],
        stride: 1,
        padding: 'valid',
      },
    },
  ],
};

/** A generator that halves, normalises and doubles again. */
export const narrowGenerator: NetworkFacts = {
  hash: 'narrow generator',
  title: 'Narrow generator',
  input: { type: 'image' },
  range: 'unit',
  steps: [
    {
      name: 'small',
      of: ['input'],
      operation: {
        type: 'convolution',
        kernel: 'small/kernel',
        shape: [3, 3, 3, 4],
        stride: 2,
        padding: 'same',
      },
    },
    {
      name: 'norm',
      of: ['small'],
      operation: {
        type: 'instance-norm',
        scale: 'norm/scale',
        shift: 'norm/shift',
        channels: 4,
        epsilon: 1e-3,
      },
    },
    { name: 'relu', of: ['norm'], operation: { type: 'relu' } },
    {
      name: 'large',
      of: ['relu'],
      operation: {
        type: 'transposed-convolution',
        kernel: 'large/kernel',
        shape: [3, 3, 3, 4],
        stride: 2,
      },
    },
    { name: 'soft', of: ['large'], operation: { type: 'sigmoid' } },
  ],
};
