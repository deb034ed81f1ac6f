/**
 * An encoder's forward pass as values, and its shapes without them. Every tap of the same encoder on the
 * same image asks for the same convolutions and so shares one pass, which stops at the deepest tap that is
 * used because nothing asks for more (rule R2).
 */
import type { ImageShape, Stack, WireContents } from '../../graph/wire.ts';
import type { Ir } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';

type Encoder = WireContents['encoder'];

export interface Layer {
  readonly name: string;
  /** The tap behind its ReLU: `relu3_1` of `conv3_1`. */
  readonly relu: string;
  readonly channels: number;
  /** Whether a pooling stands before it. */
  readonly startsBlock: boolean;
}

const knownLayers = new WeakMap<Pick<Encoder['encoder'], 'layers'>, readonly Layer[]>();

/** What the forward pass goes through, shallow to deep. */
export function layersOf(encoder: Pick<Encoder['encoder'], 'layers'>): readonly Layer[] {
  const known = knownLayers.get(encoder);
  if (known) return known;
  const blocks = encoder.layers.map(({ name }) => /\d+/.exec(name)?.[0]);
  const layers = encoder.layers.map(({ name, channels }, index) => ({
    name,
    relu: name.replace(/^conv/, 'relu'),
    channels,
    startsBlock: index > 0 && blocks[index] !== blocks[index - 1],
  }));
  knownLayers.set(encoder, layers);
  return layers;
}

/** The names of every tap of an encoder, shallow to deep: each convolution before and after its ReLU. */
export const tapsOf = (encoder: Encoder['encoder']): string[] =>
  layersOf(encoder).flatMap(({ name, relu }) => [name, relu]);

/** The shape of every tap for an image of `height` × `width`: pooling halves, an odd last row is dropped. */
export function tapShapes({ encoder }: Encoder, [height, width]: ImageShape): Stack<ImageShape> {
  const shapes: Record<string, ImageShape> = {};
  let [h, w] = [height, width];
  for (const { name, relu, channels, startsBlock } of layersOf(encoder)) {
    if (startsBlock) [h, w] = [Math.floor(h / 2), Math.floor(w / 2)];
    shapes[name] = [h, w, channels];
    shapes[relu] = [h, w, channels];
  }
  return shapes;
}

/** Features of `image` ([H, W, 3], RGB, 0 to 1) at `taps`, in the encoder's order. */
export function encode(
  ir: Ir,
  { encoder, pooling, padding }: Encoder,
  image: Value,
  taps: readonly string[],
): Stack<Value> {
  const wanted = new Set(taps);
  const layers = layersOf(encoder);
  const deepest = layers.findLastIndex(({ name, relu }) => wanted.has(name) || wanted.has(relu));
  const { factors, offsets } = encoder.preprocessing;
  const features: Record<string, Value> = {};
  let x = ir.channelAffine({ x: image }, { factors, offsets });
  layers.slice(0, deepest + 1).forEach(({ name, relu, startsBlock }, index) => {
    if (startsBlock) x = pooling === 'max' ? ir.maxPool({ x }) : ir.averagePool({ x });
    const { kernel, bias } = weightsOf(ir, encoder, index);
    const padded = padding === 'zero' ? x : bordered(ir, x, padding);
    const convolve = (rectified: boolean) =>
      ir.conv2d({ x: padded, kernel, bias }, { padding: padding === 'zero' ? 1 : 0, relu: rectified });
    if (wanted.has(name)) {
      const plain = convolve(false);
      features[name] = plain;
      x = ir.relu({ x: plain });
    } else {
      x = convolve(true);
    }
    if (wanted.has(relu)) features[relu] = x;
  });
  return features;
}

interface Weights {
  readonly kernel: Value;
  readonly bias: Value;
}

/** Every tap asks for the same ones, and a large graph has thousands of taps. */
const knownWeights = new WeakMap<Ir, Map<string, Weights>>();

/** The weights of a layer, as leaves. Where nothing computes with them, they are not loaded. */
export function weightsOf(ir: Ir, { hash, layers }: Encoder['encoder'], index: number): Weights {
  const { name = '', channels = 0 } = layers[index] ?? {};
  const known = knownWeights.get(ir) ?? new Map<string, Weights>();
  knownWeights.set(ir, known);
  const before = known.get(`${hash}/${name}`);
  if (before) return before;
  const weight = (tensor: string, shape: readonly number[]) =>
    ir.weight({ encoder: hash, tensor: `${name}/${tensor}`, shape });
  const weights = {
    kernel: weight('kernel', [3, 3, layers[index - 1]?.channels ?? 3, channels]),
    bias: weight('bias', [channels]),
  };
  known.set(`${hash}/${name}`, weights);
  return weights;
}

/** A mirror needs a second pixel: where deep layers have but one row or column left, its repetition is its mirror image. */
function bordered(ir: Ir, x: Value, mode: 'replicate' | 'reflect'): Value {
  const [height = 0, width = 0] = x.shape;
  const possible = Math.min(height, width) < 2 ? 'replicate' : mode;
  return ir.pad({ x }, { mode: possible, amount: 1, adjoint: false });
}
