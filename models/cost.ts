/**
 * What an encoder costs, from its layers' names and widths alone. Convolutions are counted, as publications
 * count them; poolings, ReLUs and biases come to less than a hundredth of that.
 */
import type { EncoderLayer } from '../src/graph/wire.ts';
import { reluOfLayer, startsBlock } from './architecture.ts';

export interface EncoderCost {
  /** Weights and biases. */
  readonly parameters: number;
  /** Of these as float32. */
  readonly bytes: number;
  /** Of one forward pass: 2 for each multiply–add. What publications call FLOPs is often half of this. */
  readonly flops: number;
}

/**
 * What the layers up to `deepest` cost, on a picture of `height` × `width` pixels: `conv4_1` or `relu4_1`; all
 * of them where none is named or it is not among them.
 */
export function encoderCost(
  layers: readonly EncoderLayer[],
  [height, width]: readonly [height: number, width: number],
  deepest?: string,
): EncoderCost {
  let [parameters, flops] = [0, 0];
  let [rows, columns, inputs] = [height, width, 3];
  for (const { name, channels } of layers) {
    if (startsBlock(name)) [rows, columns] = [Math.floor(rows / 2), Math.floor(columns / 2)];
    parameters += (9 * inputs + 1) * channels;
    flops += 2 * 9 * inputs * channels * rows * columns;
    inputs = channels;
    if (name === deepest || reluOfLayer(name) === deepest) break;
  }
  return { parameters, bytes: 4 * parameters, flops };
}
