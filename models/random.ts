/**
 * A VGG-shaped encoder with seeded random weights: there to compare with, and to paint with where nothing
 * was downloaded. A random network's Gram matrices, too, hold texture (Ustyuzhaninov, Brendel, Gatys, Bethge
 * 2016; He, Wang, Hopcroft 2016). What training is worth is the difference.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { EncoderFacts, EncoderLayer } from '../src/graph/wire.ts';
import type { Text } from '../src/language/text.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import { architectureTitle, layersOf, vgg19Convolutions, vggChannels } from './architecture.ts';
import { recipeHash } from './encoder-hash.ts';
import { type EncoderPack, tensorOf } from './encoder-pack.ts';
import { torchvisionPreprocessing } from './preprocessing.ts';
import { drawKernel } from './random/draw-kernel.ts';
import { normalisedKernels, scaledBy } from './random/normalised-kernels.ts';

/** Says how the weights come about. Whoever changes one bit of them counts it up, and old results stay true. */
const recipe = (seed: number): string => `gramarye random encoder 2, seed ${seed}`;

export interface RandomShape {
  /** How many convolutions each block has. */
  readonly convolutions: readonly number[];
  /** How many channels each block has. */
  readonly channels: readonly number[];
}

const vgg19Shape: RandomShape = { convolutions: vgg19Convolutions, channels: vggChannels };

/**
 * The random encoder of `seed` (a whole number from 0 to 2⁵³ − 1). Weights are made when they are first asked
 * for, with those of all layers before them, about a second for all of VGG-19's: a graph that taps up to
 * relu3_1 pays for no more.
 */
export function randomEncoder(seed: number, shape: RandomShape = vgg19Shape): EncoderPack {
  const layers = layersOf(shape.convolutions, shape.channels);
  const preprocessing = torchvisionPreprocessing.applied;
  const facts: EncoderFacts = {
    hash: recipeHash(recipe(seed), layers, preprocessing),
    title: titleOf(layers, seed),
    layers,
    preprocessing,
  };
  const draw = ({ name, channels }: EncoderLayer, inputs: number) =>
    drawKernel(inputs, channels, name === 'conv1_1', streamSeed(seed, name));
  const kernelOf = drawnAgain(normalisedKernels(facts, draw), draw);
  return { facts, tensor: name => tensorOf(facts, name, randomTensor(layers, name, kernelOf)) };
}

function titleOf(layers: readonly EncoderLayer[], seed: number): Text {
  const likeVgg19 = architectureTitle(layers).startsWith('VGG-19');
  return {
    en: `${likeVgg19 ? 'VGG-19' : 'A VGG-shaped network'} with random weights, for comparison (seed ${seed})`,
    zh: `随机权重的${likeVgg19 ? ' VGG-19' : ' VGG 形网络'}，供比较用（种子 ${seed}）`,
  };
}

/** A 32-bit seed of one layer's own stream: neighbouring seeds and layers have nothing in common. */
const streamSeed = (seed: number, layer: string): number =>
  new DataView(sha256(utf8ToBytes(`${recipe(seed)}, ${layer}`)).buffer).getInt32(0);

type KernelOf = (layer: EncoderLayer, inputs: number) => Float32Array | undefined;

/**
 * Takes kernels from `made` up to the one that is asked for. Of each only the scale is kept: once its numbers are on
 * the device nobody needs them here, and whoever asks again has them drawn again.
 */
function drawnAgain(
  made: ReturnType<typeof normalisedKernels>,
  draw: (layer: EncoderLayer, inputs: number) => Float32Array,
): KernelOf {
  const scales = new Map<string, number>();
  return (layer, inputs) => {
    const scale = scales.get(layer.name);
    if (scale !== undefined) return scaledBy(draw(layer, inputs), scale);
    for (let next = made.next(); !next.done; next = made.next()) {
      scales.set(next.value.layer, next.value.scale);
      if (next.value.layer === layer.name) return next.value.kernel;
    }
    return undefined;
  };
}

function randomTensor(
  layers: readonly EncoderLayer[],
  name: string,
  kernelOf: KernelOf,
): HostTensor | undefined {
  const index = layers.findIndex(layer => name === `${layer.name}/kernel` || name === `${layer.name}/bias`);
  const layer = layers[index];
  if (!layer) return undefined;
  const { channels } = layer;
  if (name.endsWith('/bias')) return { shape: [channels], data: new Float32Array(channels) };
  const inputs = layers[index - 1]?.channels ?? 3;
  const data = kernelOf(layer, inputs);
  return data && { shape: [3, 3, inputs, channels], data };
}
