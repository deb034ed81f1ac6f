/**
 * Kernels scaled one layer after another, each by what a built-in picture makes of it, so that the mean
 * activation of every layer is 1: layer by layer as Mishkin and Matas 2016 (All you need is a good init), the
 * mean as Gatys, Ecker and Bethge 2015.
 *
 * A layer is scaled as a whole. Gatys scales each channel, over thousands of pictures; over one small picture
 * that would make the rarest channels, which it hardly excites, the loudest on any other.
 */
import type { EncoderFacts, EncoderLayer } from '../../src/graph/wire.ts';
import { startsBlock } from '../architecture.ts';
import { deadLeaves } from './dead-leaves.ts';
import { type Activations, convolved, maxPooled, preprocessed } from './plain-pass.ts';

/** Of the first 24 seeds the one whose colours have a mean and a deviation nearest to ImageNet's. */
const pictureSeed = 10;

/** The smallest that leaves the deepest layer, after four poolings, more than a handful of positions: 4×4. */
const pictureSide = 64;

/** The picture that every layer is normalised on: [64, 64, 3], RGB, 0 to 1. */
export const builtInPicture = () => deadLeaves(pictureSide, pictureSeed);

/**
 * The layers' kernels [3, 3, in, out] in the order of the forward pass, each made when it is asked for, and what it
 * was scaled by.
 *
 * @param draw makes a layer's kernel, of any size; it is scaled in place.
 */
export function* normalisedKernels(
  { layers, preprocessing }: Pick<EncoderFacts, 'layers' | 'preprocessing'>,
  draw: (layer: EncoderLayer, inputs: number) => Float32Array,
): Generator<{ readonly layer: string; readonly kernel: Float32Array; readonly scale: number }> {
  let seen = preprocessed(builtInPicture(), preprocessing);
  for (const layer of layers) {
    if (startsBlock(layer.name)) seen = maxPooled(seen);
    const kernel = draw(layer, seen.channels);
    seen = convolved(seen, kernel, layer.channels);
    // Without biases an activation grows as its kernel does: no second pass is needed. A layer of one or two
    // channels can be silent everywhere, and stays as it is.
    const scale = 1 / (meanOf(seen) || 1);
    scaledBy(kernel, scale);
    for (let i = 0; i < seen.data.length; i++) seen.data[i] = (seen.data[i] ?? 0) * scale;
    yield { layer: layer.name, kernel, scale };
  }
}

/** In place. */
export function scaledBy(kernel: Float32Array, scale: number): Float32Array {
  for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] ?? 0) * scale;
  return kernel;
}

const meanOf = ({ data }: Activations): number => data.reduce((sum, value) => sum + value, 0) / data.length;
