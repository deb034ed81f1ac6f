/**
 * A 3×3 convolution on a GPU by Winograd's F(4×4, 3×3): a quarter of the multiplications, in return for three passes
 * over memory. In bands of squares, so that what lies between the passes stays small.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Program } from './webgpu-program.ts';
import { rowsOf, type Tile } from './webgpu-tiles.ts';
import { winogradProduct } from './webgpu-winograd-product.ts';
import {
  places,
  transformPixels,
  transformProducts,
  transformWeights,
} from './webgpu-winograd-transforms.ts';

export interface WinogradGiven {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
  readonly bias?: TensorInfo | undefined;
  readonly mask?: TensorInfo | undefined;
  readonly padding: number;
  readonly relu: boolean;
}

/** Bytes between the passes, beside the transformed weights. */
const mostBytes = 2 ** 26;

/** Fewer channels than these are through memory sooner the plain way. */
const fewestChannels = 32;

export const suitsWinograd = (channels: number, outputs: number): boolean =>
  channels % 4 === 0 && outputs % 4 === 0 && Math.min(channels, outputs) >= fewestChannels;

/** `tile` cuts up the products; `small` where there are not as many squares as that has rows. */
export function convolveByWinograd(
  backend: WebGPUBackend,
  { x, filter, bias, mask, padding, relu }: WinogradGiven,
  { tile, small, bytes = mostBytes }: { readonly tile: Tile; readonly small: Tile; readonly bytes?: number },
): TensorInfo {
  const [, height = 0, width = 0, channels = 0] = x.shape;
  const outputs = filter.shape[3] ?? 0;
  const outputShape = [1, height + 2 * padding - 2, width + 2 * padding - 2, outputs];
  const [, rows = 0, columns = 0] = outputShape;
  const inRow = Math.ceil(columns / 4);
  const squares = inRow * Math.ceil(rows / 4);
  const atOnce = Math.max(1, Math.floor(bytes / (4 * places * (channels + outputs))));
  const run = (program: Program, inputs: readonly TensorInfo[], uniforms: number[][], output?: TensorInfo) =>
    backend.runWebGPUProgram(
      program,
      inputs.map(asRow),
      'float32',
      uniforms.map(data => ({ type: 'int32', data })),
      output,
    );

  const weights = run(transformWeights(channels, outputs), [filter], [[0, 0, channels, outputs], none]);
  const y = backend.makeTensorInfo(outputShape, 'float32');
  for (let first = 0; first < squares; first += atOnce) {
    const count = Math.min(atOnce, squares - first);
    const band = [first, count, inRow, padding];
    const pixels = run(
      transformPixels(channels, count, mask !== undefined),
      [x, ...(mask ? [mask] : [])],
      [[height, width, channels, 0], band],
    );
    const cut = count < rowsOf(tile) ? small : tile;
    const products = run(
      winogradProduct(count, outputs, cut),
      [pixels, weights],
      [[count, channels, outputs, 0]],
    );
    backend.disposeData(pixels.dataId);
    run(
      transformProducts(outputShape, count, bias !== undefined, relu),
      [products, ...(bias ? [bias] : [])],
      [[rows, columns, 0, outputs], band],
      y,
    );
    backend.disposeData(products.dataId);
  }
  backend.disposeData(weights.dataId);
  return y;
}

const none = [0, 0, 0, 0];

/** To tfjs a row of numbers: other shapes would be another program. */
const asRow = ({ dataId, dtype, shape }: TensorInfo): TensorInfo => ({
  ...{ dataId, dtype },
  shape: [util.sizeFromShape(shape)],
});
