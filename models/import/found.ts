/** What the readers of files have in common: what they find, and what must hold of it whatever it was read from. */
import type { EncoderLayer } from '../../src/graph/wire.ts';
import { type Message, message } from '../../src/language/message.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { tensorNames } from '../encoder-pack.ts';
import type { Preprocessing } from '../preprocessing.ts';

export type Layout =
  /** torchvision's names, `features.28.weight`. */
  | 'safetensors-torchvision'
  /** Our own names, `conv5_1/kernel`. */
  | 'safetensors-gramarye'
  /** Keras' applications and whole models, `block5_conv1`. */
  | 'hdf5-keras'
  /** Keras 3's `model.weights.h5`, `layers/conv2d_12`. */
  | 'hdf5-keras3'
  | 'tfjs-layers';

export interface FoundWeights {
  readonly layout: Layout;
  /** As `checkArchitecture` gave them, down to the deepest that is wanted. */
  readonly layers: readonly EncoderLayer[];
  /** A kernel and a bias for each layer, in the order of channels that the network was trained on. */
  readonly tensors: ReadonlyMap<string, HostTensor>;
  /** What the layout implies or the file states; nothing where it says nothing. */
  readonly preprocessing?: Preprocessing | undefined;
}

export interface ReadOptions {
  /** The deepest convolution that is wanted, such as `conv5_1`. What lies behind it is left unread. */
  readonly deepest: string;
  /** Told how many bytes will come, once that is known. */
  readonly expect?: (bytes: number) => void;
  readonly onBytes?: (count: number) => void;
}

/** Down to `deepest`, by name; all where the file ends before it. */
export const upTo = (layers: readonly EncoderLayer[], deepest: string): readonly EncoderLayer[] =>
  layers.filter(({ name }) => name <= deepest);

/** VGG-19 has 20 million weights in all its convolutions; as float32, this many are 256 MB. */
const mostWeights = 2 ** 26;

/** Refuses, before anything is fetched for them, more weights than any VGG has. */
export function checkAmount(
  layers: readonly EncoderLayer[],
  shapes: ReadonlyMap<string, readonly number[]>,
  file: string,
): Message | undefined {
  let weights = 0;
  for (const tensor of tensorNames(layers)) {
    weights += shapes.get(tensor)?.reduce((product, side) => product * side, 1) ?? 0;
    if (weights > mostWeights) return message('encoder.too-many-weights', { file, tensor });
  }
  return undefined;
}

/**
 * Refuses numbers that no trained network has: such that are none, and kernels of nothing but zeros, which is
 * what a hole in a file reads as.
 */
export function checkNumbers(tensors: ReadonlyMap<string, HostTensor>, file: string): Message | undefined {
  for (const [tensor, { data }] of tensors) {
    if (!data.every(Number.isFinite)) return message('encoder.not-finite', { file, tensor });
    if (tensor.endsWith('/kernel') && data.every(weight => weight === 0)) {
      return message('import.all-zero', { file, tensor });
    }
  }
  return undefined;
}
