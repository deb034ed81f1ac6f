import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import type { HostTensor } from '../runtime/execute/resources.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { generator } from './generator.ts';
import { inferAlone } from './testing/alone.ts';
import { narrowGenerator } from './testing/narrow-networks.ts';
import { eventOf, paintAll, trialFacts, trialResources } from './testing/trial.ts';

onWasm();

const painted = async (size: string, params = {}): Promise<HostTensor> => {
  const document = build(
    {
      content: { kind: 'image', source: `sample:content-${size}` },
      generator: { kind: 'generator', network: 'folder:soft', ...params },
      output: 'output',
    },
    ['content.image → generator.image', 'generator.image → output.image'],
  );
  return eventOf(await paintAll(document), 'output').picture;
};

function numbers(read: ReturnType<typeof trialResources.weight>): HostTensor {
  if (!read.ok) throw new Error(read.reason.id);
  return read.value;
}

const weight = (name: string) => {
  const { data, shape } = numbers(trialResources.weight(narrowGenerator.hash, name));
  return tf.tensor(data, [...shape]);
};

/** The same network by calls of tfjs alone. */
function byHand(picture: HostTensor, { factor, offset }: { factor: number; offset: number }): Float32Array {
  const [height = 0, width = 0] = picture.shape;
  return tf.tidy(() => {
    const x = tf.add(tf.mul(tf.tensor3d(picture.data, [height, width, 3]), factor), offset) as tf.Tensor3D;
    const small = tf.conv2d(x, weight('small/kernel') as tf.Tensor4D, 2, 'same');
    const { mean, variance } = tf.moments(small, [0, 1]);
    const even = tf.div(tf.sub(small, mean), tf.sqrt(tf.add(variance, 1e-3)));
    const relu = tf.relu(tf.add(tf.mul(even, weight('norm/scale')), weight('norm/shift'))) as tf.Tensor3D;
    const [h, w] = relu.shape;
    const large = tf.conv2dTranspose(
      relu,
      weight('large/kernel') as tf.Tensor4D,
      [2 * h, 2 * w, 3],
      2,
      'same',
    );
    const cut = tf.slice(tf.sigmoid(large), [0, 0, 0], [height, width, 3]);
    const unit = tf.div(tf.sub(cut, offset), factor);
    return Float32Array.from(tf.clipByValue(unit, 0, 1).dataSync());
  });
}

test.each([
  ['unit', { factor: 1, offset: 0 }],
  ['signed', { factor: 2, offset: -1 }],
])(
  'R7 with numbers that are %s it gives what the same network by hand gives, cut to an odd size',
  async (range, affine) => {
    const picture = await painted('21x15', { range });
    const expected = byHand(numbers(trialResources.image('sample:content-21x15')), affine);
    expect(picture.shape).toEqual([15, 21, 3]);
    const apart = Math.max(
      ...picture.data.map((value, at) => Math.abs(value - (expected[at] ?? Number.NaN))),
    );
    expect(apart).toBeLessThan(1e-4);
  },
);

const image = { type: 'image', shape: [15, 21, 3] } as const;

test('R6 its picture has the size of the one that it was given', () => {
  expect(inferAlone(generator, { image }, { network: 'folder:soft' })).toEqual({
    ok: true,
    value: { image: { type: 'image', shape: [15, 21, 3] } },
  });
});

test('R8 a decoder belongs into a Decoder', () => {
  expect(inferAlone(generator, { image }, { network: 'adain' })).toMatchObject({
    ok: false,
    reason: { param: 'network', reason: { id: 'network.takes-features' } },
  });
});

test('R8 a network that ends with other than three channels is no generator', () => {
  const features = { ...narrowGenerator, steps: narrowGenerator.steps.slice(0, 3) };
  const facts = { ...trialFacts, network: () => ({ ok: true, value: features }) as const };
  expect(generator.infer({ image }, { network: 'folder:x', range: 'stated' }, facts)).toMatchObject({
    ok: false,
    reason: { reason: { id: 'network.no-picture' } },
  });
});
