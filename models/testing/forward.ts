/** A pack's forward pass, straight on TensorFlow.js' own wasm kernels, for tests that trust nothing of ours. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { reluOfLayer, startsBlock } from '../architecture.ts';
import type { EncoderPack } from '../encoder-pack.ts';

const border: [number, number][] = [
  [1, 1],
  [1, 1],
  [0, 0],
];

const numbersOf = (pack: EncoderPack, name: string): HostTensor => {
  const tensor = pack.tensor(name);
  if (!tensor.ok) throw new Error(tensor.reason.id);
  return tensor.value;
};

/**
 * `look` sees the activations of every ReLU of `picture` ([height, width, 3], RGB, 0 to 1) in turn. Beyond the
 * border are zeros, or what stands at it.
 */
export async function forward(
  pack: EncoderPack,
  picture: HostTensor,
  pooling: 'max' | 'average',
  look: (tap: string, activations: HostTensor) => void,
  padding: 'zero' | 'replicate' = 'zero',
): Promise<void> {
  await tf.setBackend('wasm');
  await tf.ready();
  const { factors, offsets } = pack.facts.preprocessing;
  const [height = 0, width = 0] = picture.shape;
  const pool = pooling === 'max' ? tf.maxPool : tf.avgPool;
  tf.tidy(() => {
    let x: tf.Tensor3D = tf.add(
      tf.mul(tf.tensor3d(picture.data, [height, width, 3]), tf.tensor1d([...factors])),
      tf.tensor1d([...offsets]),
    );
    let inputs = 3;
    for (const { name, channels } of pack.facts.layers) {
      if (startsBlock(name)) x = pool(x, 2, 2, 'valid');
      x = tf.fused.conv2d({
        // One row of a mirror that repeats the border is the border itself.
        x: padding === 'zero' ? x : tf.mirrorPad(x, border, 'symmetric'),
        filter: tf.tensor4d(numbersOf(pack, `${name}/kernel`).data, [3, 3, inputs, channels]),
        bias: tf.tensor1d(numbersOf(pack, `${name}/bias`).data),
        strides: 1,
        pad: padding === 'zero' ? 'same' : 'valid',
        activation: 'relu',
      });
      inputs = channels;
      const data = x.dataSync();
      if (data instanceof Float32Array) look(reluOfLayer(name), { shape: x.shape, data });
    }
  });
}
