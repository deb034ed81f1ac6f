/** Weights of networks like VGG, and files with them in the layouts that other people's programs write. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { layersOf } from '../../architecture.ts';
import { safetensorsHeader } from '../safetensors/write.ts';

/** How many convolutions each block has. */
export const vgg19Blocks = [2, 2, 4, 4, 4] as const;
export const vgg16Blocks = [2, 2, 3, 3, 3] as const;
/** VGG's widths would be 80 MB. */
export const narrow = [2, 3, 4, 5, 6] as const;

export type Weights = ReadonlyMap<string, HostTensor>;

/** Seeded numbers between −1 and 1 for all convolutions, in the order of the forward pass. */
export function vggWeights(
  blocks: readonly number[] = vgg19Blocks,
  widths: readonly number[] = narrow,
): Weights {
  const random = xoroshiro128plus(19);
  const numbers = (shape: readonly number[]): HostTensor => ({
    shape,
    data: Float32Array.from(
      { length: shape.reduce((product, side) => product * side, 1) },
      () => random.next() / 2 ** 31,
    ),
  });
  const weights = new Map<string, HostTensor>();
  let inputs = 3;
  for (const { name, channels } of layersOf(blocks, widths)) {
    weights.set(`${name}/kernel`, numbers([3, 3, inputs, channels]));
    weights.set(`${name}/bias`, numbers([channels]));
    inputs = channels;
  }
  return weights;
}

/** What is written to a safetensors file: any type, and bytes as they are. */
export interface RawTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export const rawBytes = ({ data }: HostTensor): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** A safetensors file of `tensors` in their order. */
export function safetensorsFile(
  tensors: readonly RawTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const header = safetensorsHeader(
    tensors.map(({ bytes, ...entry }) => ({ ...entry, bytes: bytes.length })),
    metadata,
  );
  const file = new Uint8Array(tensors.reduce((sum, { bytes }) => sum + bytes.length, header.length));
  file.set(header);
  let position = header.length;
  for (const { bytes } of tensors) {
    file.set(bytes, position);
    position += bytes.length;
  }
  return file;
}

/** `weights` as torchvision has them, sorted by name as its files are, dense layers not among them. */
export function torchvisionTensors(
  weights: Weights,
  blocks: readonly number[] = vgg19Blocks,
): readonly RawTensor[] {
  const tensors: RawTensor[] = [];
  let number = 0;
  for (const [block, count] of blocks.entries()) {
    for (let index = 1; index <= count; index++) {
      const layer = `conv${block + 1}_${index}`;
      const [kernel, bias] = [weights.get(`${layer}/kernel`), weights.get(`${layer}/bias`)];
      if (kernel) tensors.push(float32(`features.${number}.weight`, outputsFirst(kernel)));
      if (bias) tensors.push(float32(`features.${number}.bias`, bias));
      number += 2;
    }
    number++;
  }
  return tensors.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const float32 = (name: string, tensor: HostTensor): RawTensor => ({
  name,
  dtype: 'F32',
  shape: tensor.shape,
  bytes: rawBytes(tensor),
});

/** A dense layer of nothing: bytes that nobody should ask for. */
export const dense = (name: string, bytes: number): RawTensor => ({
  name,
  dtype: 'F32',
  shape: [bytes / 4],
  bytes: new Uint8Array(bytes),
});

/** [height, width, in, out] → [out, in, height, width], straight from the definition. */
function outputsFirst({ shape, data }: HostTensor): HostTensor {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const turned = new Float32Array(data.length);
  let next = 0;
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++)
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          turned[next++] = data[((y * width + x) * inputs + i) * outputs + o] ?? 0;
  return { shape: [outputs, inputs, height, width], data: turned };
}
