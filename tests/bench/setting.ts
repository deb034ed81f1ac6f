/** What both sides of the comparison paint: the same pictures, layers, weights and steps. */
import type { EncoderPack } from '../../models/encoder-pack.ts';
import { randomEncoder } from '../../models/random.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

export const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
export const contentLayer = 'relu4_2';
export const weights = { content: 1, style: 20, variation: 0.5 };
export const adamSettings = { learningRate: 0.02, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };

/** VGG-19's architecture to relu5_1; which weights it has makes no difference to the time. */
export const vgg19: EncoderPack = randomEncoder(7);

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
  readonly peakBytes?: number;
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
