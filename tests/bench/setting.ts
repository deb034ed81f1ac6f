/** What both sides of the comparison paint: the same pictures, layers, weights and steps. */

import { vgg19Convolutions } from '../../models/architecture.ts';
import type { EncoderPack } from '../../models/encoder-pack.ts';
import { randomEncoder } from '../../models/random.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

export const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
export const contentLayer = 'relu4_2';
export const weights = { content: 1, style: 20, variation: 0.5 };
export const adamSettings = { learningRate: 0.02, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };

export type EncoderName = 'vgg19' | 'lite';

/** The widths of VGG-19 lite, which ships. */
const liteChannels = [16, 32, 80, 160, 256];

/** An architecture to relu5_1, with random weights: which ones it has makes no difference to the time. */
export const encoderOf = (name: EncoderName): EncoderPack =>
  name === 'vgg19'
    ? randomEncoder(7)
    : randomEncoder(7, { convolutions: vgg19Convolutions, channels: liteChannels });

/** What a process of a comparison is told: `SIDE COUNT ENCODER`. */
export function orderFrom([side, count, encoder]: readonly string[]): {
  readonly side: number;
  readonly count: number;
  readonly encoder: EncoderName;
} {
  return {
    side: Number(side ?? 128),
    count: Number(count ?? 3),
    encoder: encoder === 'lite' ? 'lite' : 'vgg19',
  };
}

/** A square picture with structure at every scale. */
export function pictureOf(side: number, phase: number): HostTensor {
  const data = Float32Array.from({ length: side * side * 3 }, (_, at) => {
    const [y, x, channel] = [Math.floor(at / 3 / side) / side, (Math.floor(at / 3) % side) / side, at % 3];
    const waves =
      Math.sin(40 * x + phase) + Math.sin(31 * y - channel) + Math.sin(170 * x * y + phase * channel);
    return 0.5 + waves / 6.5;
  });
  return { shape: [side, side, 3], data };
}

export interface IterationReport {
  /** Milliseconds of each measured iteration. */
  readonly times: readonly number[];
  /** The loss after the first iteration, to see that both sides did the same. */
  readonly loss: number;
  readonly flops?: number;
  /** As it was predicted, of tensors. */
  readonly peakBytes?: number;
  /** That an iteration reads and writes. */
  readonly bytesMoved?: number;
  /** The most that the whole process had at once, as the system counts it. */
  readonly residentBytes?: number;
}

/** Times `iterate` after one call that warms up. */
export async function timeIterations(count: number, iterate: () => Promise<unknown>): Promise<number[]> {
  await iterate();
  const times: number[] = [];
  for (let run = 0; run < count; run++) {
    const start = performance.now();
    await iterate();
    times.push(performance.now() - start);
  }
  return times;
}
