/**
 * Each convolution of VGG-19 at a size, a process of its own: GFLOP/s forward, with bias and ReLU, and backward,
 * through the ReLU. `convolutions.ts SIDE THREADS`; with no threads at all by tfjs' own kernels.
 */
import * as tf from '@tensorflow/tfjs-core';
import { layersOf, startsBlock, vgg19Convolutions, vggChannels } from '../../models/architecture.ts';
import { nodeThreads } from '../../src/cli/node-threads.ts';
import { openBackend } from '../../src/runtime/execute/backend.ts';
import { ops } from '../../src/runtime/ir/ops/index.ts';
import { median } from './median.ts';

export interface ConvolutionSpeed {
  readonly layer: string;
  readonly side: number;
  /** GFLOP/s. */
  readonly forward: number;
  readonly backward: number;
}

const [side = 256, threads = 1] = process.argv.slice(2).map(Number);
if (threads > 0) {
  const backend = await openBackend('wasm', { threads: nodeThreads(threads) });
  if (!backend.ok) throw new Error(backend.reason.id);
} else {
  await import('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
}

function speed(flops: number, run: () => tf.Tensor): number {
  const once = () => {
    const start = performance.now();
    run().dispose();
    return performance.now() - start;
  };
  once();
  return flops / median(Array.from({ length: 5 }, once)) / 1e6;
}

let [extent, channels] = [side, 3];
const speeds = layersOf(vgg19Convolutions, vggChannels).map(({ name, channels: out }): ConvolutionSpeed => {
  if (startsBlock(name)) extent /= 2;
  const x = tf.randomNormal<tf.Rank.R3>([extent, extent, channels]);
  const dy = tf.randomNormal<tf.Rank.R3>([extent, extent, out]);
  const mask = tf.randomNormal<tf.Rank.R3>([extent, extent, out]);
  const kernel = tf.randomNormal<tf.Rank.R4>([3, 3, channels, out]);
  const bias = tf.zeros<tf.Rank.R1>([out]);
  const shape = { x: x.shape, kernel: kernel.shape };
  const attributes = { padding: 1, relu: true };
  const flops = ops.conv2d.flops(shape, attributes, [extent, extent, out]);
  const turned = tf.tidy(() => ops.turned.run({ kernel }, {}, [3, 3, out, channels]));
  const measured = {
    layer: name,
    side: extent,
    forward: speed(flops, () => ops.conv2d.run({ x, kernel, bias }, attributes, [])),
    backward: speed(flops, () =>
      ops.conv2d.run({ x: dy, mask, kernel: turned }, { ...attributes, relu: false }, []),
    ),
  };
  tf.dispose([x, dy, mask, kernel, bias, turned]);
  channels = out;
  return measured;
});
console.log(JSON.stringify(speeds));
