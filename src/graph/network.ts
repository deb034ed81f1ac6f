/**
 * A feed-forward network as data: what it takes, and step by step what it does. Whoever reads other people's files
 * writes them down in these words; the compiler turns the words into the ops of the tensor program, so shapes,
 * memory and speed of a stranger's network are known like those of every other node, and nothing of it is code.
 */
import { message } from '../language/message.ts';
import { failure, type Result } from '../language/result.ts';
import type { Text } from '../language/text.ts';

/** The range that a network's pictures have, in and out. */
export type PixelRange = 'unit' | 'signed' | 'bytes';

type Pair = readonly [number, number];

/** What a step does. Names of tensors are those that the network's weights have. */
export type NetworkOperation =
  | {
      readonly type: 'convolution';
      readonly kernel: string;
      readonly bias?: string;
      /** Height, width, channels in, channels out. */
      readonly shape: readonly [number, number, number, number];
      readonly stride: number;
      readonly padding: 'same' | 'valid';
    }
  | {
      readonly type: 'transposed-convolution';
      readonly kernel: string;
      readonly bias?: string;
      /** Height, width, channels out, channels in. The size grows by the stride. */
      readonly shape: readonly [number, number, number, number];
      readonly stride: number;
    }
  /** Each channel to mean 0 and deviation 1 over the picture, then scaled and shifted (Ulyanov et al. 2016). */
  | {
      readonly type: 'instance-norm';
      readonly scale?: string;
      readonly shift?: string;
      readonly channels: number;
      readonly epsilon: number;
    }
  /** A factor and an offset for each channel, such as a batch norm has once it is trained. */
  | {
      readonly type: 'channel-affine';
      readonly factors: readonly number[];
      readonly offsets: readonly number[];
    }
  | { readonly type: 'affine'; readonly factor: number; readonly offset: number }
  | { readonly type: 'relu' | 'tanh' | 'sigmoid' | 'max-pool' | 'average-pool' }
  | { readonly type: 'leaky-relu'; readonly slope: number }
  /** The sum of two steps, as at the end of a residual block. */
  | { readonly type: 'add' }
  | { readonly type: 'enlarge'; readonly factor: number; readonly filter: 'nearest' | 'bilinear' }
  | { readonly type: 'pad'; readonly mode: 'zero' | 'replicate' | 'reflect'; readonly amount: number }
  /** Rows and columns taken off at each border: top and bottom, left and right. */
  | { readonly type: 'crop'; readonly rows: Pair; readonly columns: Pair };

export interface NetworkStep {
  readonly name: string;
  /** The steps whose results it takes: `input`, or names that stand before it. */
  readonly of: readonly string[];
  readonly operation: NetworkOperation;
}

/** What a network takes: a picture, or what an encoder sees at one of its taps. */
export type NetworkInput =
  | { readonly type: 'image' }
  | { readonly type: 'features'; readonly encoder: string; readonly tap: string; readonly channels: number };

/** What is known of a network without its weights. */
export interface NetworkFacts {
  /** Hash of steps and weights: equal hashes give equal pictures. */
  readonly hash: string;
  readonly title: string | Text;
  readonly input: NetworkInput;
  /** As its file states it, or its family is known to have it. */
  readonly range?: PixelRange;
  /** In an order in which each finds what it takes; the last gives the picture, [height, width, 3]. */
  readonly steps: readonly NetworkStep[];
}

/** Where no networks can be opened. */
export const noNetwork = (reference: string): Result<never> =>
  failure(message('network.out-of-reach', { reference }));

/** What the first step's input is called. */
export const networkInput = 'input';

/** The tensors that the steps ask for, with their shapes. */
export function tensorsOf(steps: readonly NetworkStep[]): ReadonlyMap<string, readonly number[]> {
  const tensors = new Map<string, readonly number[]>();
  for (const { operation } of steps) {
    switch (operation.type) {
      case 'convolution':
      case 'transposed-convolution': {
        const { type, kernel, bias, shape } = operation;
        tensors.set(kernel, shape);
        if (bias !== undefined) tensors.set(bias, [type === 'convolution' ? shape[3] : shape[2]]);
        break;
      }
      case 'instance-norm':
        for (const name of [operation.scale, operation.shift]) {
          if (name !== undefined) tensors.set(name, [operation.channels]);
        }
        break;
      default:
    }
  }
  return tensors;
}
