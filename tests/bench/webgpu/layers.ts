/** Each convolution of VGG-19 on the GPU that is open: forward, with bias and ReLU, and backward, through the ReLU. */
import * as tf from '@tensorflow/tfjs-core';
import { layersOf, startsBlock, vgg19Convolutions, vggChannels } from '../../../models/architecture.ts';
import type { Gpu } from '../../../src/runtime/execute/backends/webgpu-backend.ts';
import { ops } from '../../../src/runtime/ir/ops/index.ts';

export interface LayerSpeed {
  readonly layer: string;
  readonly side: number;
  /** GFLOP/s of the plain sum of products. */
  readonly forward: number;
  readonly backward: number;
}

/** Milliseconds of work that are timed at once. */
const worthTiming = 30;

export async function layerSpeeds(side: number): Promise<LayerSpeed[]> {
  const speeds: LayerSpeed[] = [];
  let [extent, channels] = [side, 3];
  for (const { name, channels: out } of layersOf(vgg19Convolutions, vggChannels)) {
    if (startsBlock(name)) extent /= 2;
    const x = tf.randomUniform([extent, extent, channels], -1, 1);
    const dy = tf.randomUniform([extent, extent, out], -1, 1);
    const mask = tf.randomUniform([extent, extent, out], -1, 1);
    const kernel = tf.randomUniform([3, 3, channels, out], -1, 1);
    const turned = tf.randomUniform([3, 3, out, channels], -1, 1);
    const bias = tf.zeros([out]);
    const flops = ops.conv2d.flops({ x: x.shape, kernel: kernel.shape }, { padding: 1, relu: true }, [
      extent,
      extent,
      out,
    ]);
    const forward = () => ops.conv2d.run({ x, kernel, bias }, { padding: 1, relu: true }, []);
    const backward = () => ops.conv2d.run({ x: dy, kernel: turned, mask }, { padding: 1, relu: false }, []);
    speeds.push({
      layer: name,
      side: extent,
      forward: flops / (await timeOf(forward)) / 1e6,
      backward: flops / (await timeOf(backward)) / 1e6,
    });
    tf.dispose([x, dy, mask, kernel, turned, bias]);
    channels = out;
  }
  return speeds;
}

/** Milliseconds for one of many that are submitted together, the best of three times; the first only compiles. */
async function timeOf(run: () => tf.Tensor): Promise<number> {
  const gpu = tf.backend() as Gpu;
  const finished = async (times: number) => {
    const started = performance.now();
    for (let time = 0; time < times; time++) run().dispose();
    gpu.flush();
    await gpu.queue.onSubmittedWorkDone();
    return (performance.now() - started) / times;
  };
  await finished(1);
  const times = Math.min(200, Math.ceil(worthTiming / (await finished(1))));
  return Math.min(await finished(times), await finished(times), await finished(times));
}
