/**
 * VGG's shape (Simonyan and Zisserman 2015): blocks of 3×3 convolutions, each followed by a ReLU, with a
 * 2×2 pooling between blocks. Layers are named as papers name them, `conv3_1` for the first convolution of
 * the third block and `relu3_1` after it; any widths are VGG-shaped, as a narrow encoder's are.
 */
import type { EncoderLayer } from '../src/graph/wire.ts';
import { message } from '../src/language/message.ts';
import { failure, type Result, success } from '../src/language/result.ts';

/** The widths of VGG's five blocks. */
export const vggChannels = [64, 128, 256, 512, 512] as const;

/** How many convolutions each block of VGG-19 has, up to conv5_1, the deepest that style transfer taps. */
export const vgg19Convolutions = [2, 2, 4, 4, 1] as const;

/** Eight times VGG's widest block: a wider one is a damaged or hostile file, and its kernels would not fit. */
const widestLayer = 4096;

const layerName = /^conv([1-5])_([1-4])$/;
const kerasName = /^block([1-5])_conv([1-4])$/;

const convolution = (block: number, index: number): string => `conv${block}_${index}`;

/** `block3_conv1` → `conv3_1`; undefined where Keras' VGG has no such layer. */
export function layerOfKeras(name: string): string | undefined {
  const [, block, index] = kerasName.exec(name) ?? [];
  return block && index ? `conv${block}_${index}` : undefined;
}

/** `conv3_1` → `block3_conv1`. */
export const kerasOfLayer = (layer: string): string => layer.replace(layerName, 'block$1_conv$2');

/** `conv3_1` → `relu3_1`. */
export const reluOfLayer = (layer: string): string => layer.replace(layerName, 'relu$1_$2');

/** Whether a 2×2 pooling stands before `layer`: the first of each block but the first. */
export const startsBlock = (layer: string): boolean => layer !== 'conv1_1' && layer.endsWith('_1');

/** The layers of blocks with these many convolutions and these widths, in the order of the forward pass. */
export const layersOf = (
  convolutions: readonly number[],
  channels: readonly number[],
): readonly EncoderLayer[] =>
  convolutions.flatMap((count, block) =>
    Array.from({ length: count }, (_, index) => ({
      name: convolution(block + 1, index + 1),
      channels: channels[block] ?? 0,
    })),
  );

/** Which published network `layers` begin like, in words: "VGG-19 to conv5_1". */
export function architectureTitle(layers: readonly EncoderLayer[]): string {
  const beginsLike = (convolutions: readonly number[]): boolean => {
    const known = layersOf(convolutions, vggChannels);
    return layers.every(
      ({ name, channels }, index) => known[index]?.name === name && known[index].channels === channels,
    );
  };
  const name = beginsLike([2, 2, 4, 4, 4]) ? 'VGG-19' : beginsLike([2, 2, 3, 3, 3]) ? 'VGG-16' : 'VGG-shaped';
  return `${name} to ${layers.at(-1)?.name ?? 'nothing'}`;
}

/** 3, 3, 64, 128 → `3×3×64×128`. */
export const shapeInWords = (shape: readonly number[]): string => shape.join('×') || '()';

/** Every layer that `shapes` has a tensor of, shallow to deep. */
function layersIn(shapes: ReadonlyMap<string, readonly number[]>): string[] {
  const named = new Set([...shapes.keys()].map(tensor => tensor.replace(/\/.*$/, '')));
  return [...named].filter(name => layerName.test(name)).sort();
}

/** The layer that stands before `layer`, or could: any of the block before may be that block's last. */
const follows = (layer: string, before: string | undefined): boolean => {
  if (before === undefined) return layer === 'conv1_1';
  const [, block = '', index = ''] = layerName.exec(before) ?? [];
  return (
    layer === convolution(Number(block), Number(index) + 1) || layer === convolution(Number(block) + 1, 1)
  );
};

/** What should stand where `found` does: the block's next, or the first of all. */
function missingBefore(found: string): string {
  const [, block = '', index = ''] = layerName.exec(found) ?? [];
  return index === '1' ? convolution(Number(block) - 1, 1) : convolution(Number(block), Number(index) - 1);
}

/**
 * Whether tensors of these shapes (`conv1_1/kernel`, `conv1_1/bias`, …) make a VGG-shaped encoder: blocks
 * and their convolutions without a gap, 3×3 kernels [3, 3, in, out] whose channels chain from the
 * picture's three, and a bias [out] each. `file` is what the refusal names.
 */
export function checkArchitecture(
  shapes: ReadonlyMap<string, readonly number[]>,
  file: string,
): Result<readonly EncoderLayer[]> {
  const layers: EncoderLayer[] = [];
  let inputs = 3;
  let before: string | undefined;
  for (const layer of layersIn(shapes)) {
    if (!follows(layer, before)) {
      return failure(message('encoder.layer-gap', { file, layer, missing: missingBefore(layer) }));
    }
    const channels = checkLayer(shapes, layer, inputs, file);
    if (!channels.ok) return channels;
    layers.push({ name: layer, channels: channels.value });
    inputs = channels.value;
    before = layer;
  }
  if (layers.length === 0) return failure(message('encoder.no-layers', { file }));
  return success(layers);
}

/** The number of channels that `layer` gives, if its kernel takes `inputs` and all fits. */
function checkLayer(
  shapes: ReadonlyMap<string, readonly number[]>,
  layer: string,
  inputs: number,
  file: string,
): Result<number> {
  const kernel = shapes.get(`${layer}/kernel`);
  const bias = shapes.get(`${layer}/bias`);
  if (!kernel || !bias) {
    return failure(message(kernel ? 'encoder.bias-missing' : 'encoder.kernel-missing', { file, layer }));
  }
  const [height, width, takes, channels = 0] = kernel;
  if (kernel.length !== 4 || height !== 3 || width !== 3 || takes !== inputs || channels < 1) {
    return failure(
      message('encoder.kernel-shape', { file, layer, shape: shapeInWords(kernel), inputs: String(inputs) }),
    );
  }
  if (channels > widestLayer) {
    return failure(
      message('encoder.too-wide', { file, layer, channels: String(channels), most: String(widestLayer) }),
    );
  }
  if (bias.length !== 1 || bias[0] !== channels) {
    return failure(
      message('encoder.bias-shape', { file, layer, shape: shapeInWords(bias), channels: String(channels) }),
    );
  }
  return success(channels);
}
