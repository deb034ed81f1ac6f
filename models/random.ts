/**
 * A VGG-shaped encoder with seeded random weights: there to compare with, and to paint with where nothing
 * was downloaded. A random network's Gram matrices, too, hold texture (Ustyuzhaninov, Brendel, Gatys, Bethge
 * 2016; He, Wang, Hopcroft 2016).
 *
 * A weight is the sum of a number that the nine positions of its kernel share and one of its own. Trained
 * kernels are smooth like this; of white ones a picture is painted as coloured noise.
 *
 * Activations keep their size by arithmetic, whatever the seed. Let z be a pre-activation, normal around 0
 * with variance s². After the ReLU, mean² is s²/2π and the mean of squares s²/2. Each kernel but the first
 * has its mean taken off, so it sees only how its inputs differ, of variance s²(½ − 1/2π), and its weights
 * are scaled to make s² of that again. Without that, what all channels have in common grows from layer to
 * layer, until every place of the picture looks the same to the deepest.
 *
 * Weights are uniform, not normal: sums of hundreds of them are normal all the same, and integers, products
 * and a square root are the same bits on every machine, where a logarithm or a cosine need not be.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { EncoderFacts, EncoderLayer } from '../src/graph/wire.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import { architectureTitle, layersOf, vgg19Convolutions, vggChannels } from './architecture.ts';
import { recipeHash } from './encoder-hash.ts';
import { type EncoderPack, tensorOf } from './encoder-pack.ts';
import { torchvisionPreprocessing } from './preprocessing.ts';

/** Says how the weights come about. Whoever changes one bit of them counts it up, and old results stay true. */
const recipe = (seed: number): string => `gramarye random encoder 1, seed ${seed}`;

export interface RandomShape {
  /** How many convolutions each block has. */
  readonly convolutions: readonly number[];
  /** How many channels each block has. */
  readonly channels: readonly number[];
}

const vgg19Shape: RandomShape = { convolutions: vgg19Convolutions, channels: vggChannels };

/**
 * The random encoder of `seed` (a whole number from 0 to 2⁵³ − 1). A layer's weights are made when they are
 * first asked for, from the seed and the layer's name alone: a graph that taps up to relu3_1 pays for no more.
 */
export function randomEncoder(seed: number, shape: RandomShape = vgg19Shape): EncoderPack {
  const layers = layersOf(shape.convolutions, shape.channels);
  const likeVgg19 = architectureTitle(layers).startsWith('VGG-19');
  const preprocessing = torchvisionPreprocessing.applied;
  const facts: EncoderFacts = {
    hash: recipeHash(recipe(seed), layers, preprocessing),
    title: `${likeVgg19 ? 'VGG-19 shaped' : 'VGG-shaped'}, random weights (seed ${seed})`,
    layers,
    preprocessing,
  };
  const made = new Map<string, HostTensor>();
  return {
    facts,
    tensor: name => {
      const tensor = made.get(name) ?? randomTensor(layers, name, seed);
      if (tensor) made.set(name, tensor);
      return tensorOf(facts, name, tensor);
    },
  };
}

function randomTensor(layers: readonly EncoderLayer[], name: string, seed: number): HostTensor | undefined {
  const index = layers.findIndex(layer => name === `${layer.name}/kernel` || name === `${layer.name}/bias`);
  const layer = layers[index];
  if (!layer) return undefined;
  const { channels } = layer;
  if (name.endsWith('/bias')) return { shape: [channels], data: new Float32Array(channels) };
  const inputs = layers[index - 1]?.channels ?? 3;
  return {
    shape: [3, 3, inputs, channels],
    data: randomKernel(inputs, channels, index === 0, streamSeed(seed, layer.name)),
  };
}

/** A 32-bit seed of one layer's own stream: neighbouring seeds and layers have nothing in common. */
const streamSeed = (seed: number, layer: string): number =>
  new DataView(sha256(utf8ToBytes(`${recipe(seed)}, ${layer}`)).buffer).getInt32(0);

/**
 * How alike the nine values under a kernel are: the mean correlation of one place with its neighbours.
 * Measured on photographs and paintings, at 128 and 224 pixels, it is 0.7 to 1.1 at every layer, with no
 * trend from shallow to deep, max or average pooling.
 */
const alike = 0.88;

/** A kernel [3, 3, inputs, channels] that keeps the size of what goes through it. */
function randomKernel(inputs: number, channels: number, first: boolean, seed: number): Float32Array {
  const kept = first ? 1 / 2 : 1 / 2 - 1 / (2 * Math.PI);
  // Nine own weights see nine values; one shared weight sees their sum, of variance 81·alike.
  const variance = 1 / (kept * inputs * (9 + 81 * alike));
  // A uniform number in ±a has variance a²/3.
  const step = Math.sqrt(3 * variance) / 0x8000_0000;
  const stream = xoroshiro128plus(seed);
  const shared = Float64Array.from({ length: inputs * channels }, () => stream.next() * step);
  const kernel = new Float32Array(9 * shared.length);
  for (let i = 0; i < kernel.length; i++) {
    kernel[i] = (shared[i % shared.length] ?? 0) + stream.next() * step;
  }
  // The first layer sees colours, not activations: their mean is what it must not lose.
  if (!first) subtractMeans(kernel, channels);
  return kernel;
}

/** Takes each output channel's mean off its weights. */
function subtractMeans(kernel: Float32Array, channels: number): void {
  const sums = new Float64Array(channels);
  for (let i = 0; i < kernel.length; i++) {
    const channel = i % channels;
    sums[channel] = (sums[channel] ?? 0) + (kernel[i] ?? 0);
  }
  const fanIn = kernel.length / channels;
  for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] ?? 0) - (sums[i % channels] ?? 0) / fanIn;
}
