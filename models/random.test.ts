import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import type { EncoderPack } from './encoder-pack.ts';
import { builtInPicture } from './random/normalised-kernels.ts';
import { randomEncoder } from './random.ts';
import { forward } from './testing/forward.ts';

/** The one that graphs ask for where nothing else is said. */
const seven = randomEncoder(7);

/** Its weights drawn but once for many pictures. */
function held({ facts, tensor }: EncoderPack): EncoderPack {
  const drawn = new Map<string, ReturnType<typeof tensor>>();
  return {
    facts,
    tensor: name => {
      const found = drawn.get(name) ?? tensor(name);
      drawn.set(name, found);
      return found;
    },
  };
}

const dataOf = (pack: EncoderPack, name: string): Float32Array => {
  const tensor = pack.tensor(name);
  if (!tensor.ok) throw new Error(tensor.reason.id);
  return tensor.value.data;
};

const hashOf = (pack: EncoderPack, name: string): string =>
  bytesToHex(sha256(new Uint8Array(dataOf(pack, name).buffer)));

describe('the random encoder', () => {
  test('has VGG-19’s layers to conv5_1 and says in both languages what it is', () => {
    const { facts } = seven;
    expect(facts.title).toEqual({
      en: 'VGG-19 with random weights, for comparison (seed 7)',
      zh: '随机权重的 VGG-19，供比较用（种子 7）',
    });
    expect(facts.layers.map(({ name, channels }) => `${name}:${channels}`).join(' ')).toBe(
      'conv1_1:64 conv1_2:64 conv2_1:128 conv2_2:128 conv3_1:256 conv3_2:256 conv3_3:256 conv3_4:256 ' +
        'conv4_1:512 conv4_2:512 conv4_3:512 conv4_4:512 conv5_1:512',
    );
  });

  test('R9 the same seed gives the same bits, on every machine', () => {
    expect(seven.facts.hash).toBe('1fc5d707ba92f8d42173f7369e58efdeaed0ac360a4602e97a002d3b62e89cbd');
    expect(hashOf(seven, 'conv1_1/kernel')).toBe(
      '347b1fbb21d2d3ad04ebe929d7488d5dee8c9bb8be3806885258920f62c7006d',
    );
    expect(hashOf(seven, 'conv5_1/kernel')).toBe(
      'e7dc99cd286e8f26e32f0f0e064fe657b36dc9ce857790f694f113955c1c2c7e',
    );
  });

  test('R1 another seed or another shape is another encoder', () => {
    const narrow = { convolutions: [1, 1], channels: [4, 8] };
    const hashes = [seven, randomEncoder(8), randomEncoder(7, narrow)].map(({ facts }) => facts.hash);
    expect(new Set(hashes).size).toBe(3);
    expect(dataOf(seven, 'conv1_1/kernel')).not.toEqual(dataOf(randomEncoder(8), 'conv1_1/kernel'));
    expect(randomEncoder(7, narrow).facts.title).toMatchObject({
      en: 'A VGG-shaped network with random weights, for comparison (seed 7)',
    });
  });

  test('a layer’s weights do not depend on which were asked for before', () => {
    const shallowFirst = randomEncoder(7);
    dataOf(shallowFirst, 'conv1_1/kernel');
    dataOf(seven, 'conv5_1/kernel');
    expect(dataOf(seven, 'conv1_2/kernel')).toEqual(dataOf(shallowFirst, 'conv1_2/kernel'));
  });

  test('what is deeper than a graph asks for is never made', () => {
    // The kernels of this conv5_1 would take more bytes than any machine has.
    const pack = randomEncoder(7, { convolutions: [1, 1, 1, 1, 1], channels: [2, 2, 2, 2, 1e15] });
    expect(dataOf(pack, 'conv4_1/kernel')).toHaveLength(36);
    expect(() => pack.tensor('conv5_1/kernel')).toThrow(RangeError);
  });

  test('weights are not kept, and drawn again they are the same to the last bit', () => {
    const [once, again] = [dataOf(seven, 'conv1_2/kernel'), dataOf(seven, 'conv1_2/kernel')];
    expect(again).not.toBe(once);
    expect(again).toEqual(once);
  });

  test('kernels have the shapes that the runtime expects, biases are 0', () => {
    expect(seven.tensor('conv2_1/kernel')).toMatchObject({ ok: true, value: { shape: [3, 3, 64, 128] } });
    expect(dataOf(seven, 'conv2_1/bias')).toEqual(new Float32Array(128));
    expect(seven.tensor('conv5_2/kernel').ok).toBe(false);
    expect(seven.tensor('conv1_1').ok).toBe(false);
  });

  test('a layer that is silent everywhere stays finite', () => {
    for (let seed = 0; seed < 40; seed++) {
      const pack = randomEncoder(seed, { convolutions: [3, 3], channels: [1, 1] });
      expect(dataOf(pack, 'conv2_3/kernel').every(Number.isFinite), `seed ${seed}`).toBe(true);
    }
  });
});

const mean = (data: Float32Array): number => data.reduce((sum, value) => sum + value, 0) / data.length;

/** A sample, its shorter side `side`. */
async function sample(name: string, side: number): Promise<HostTensor> {
  const path = fileURLToPath(new URL(`../samples/${name}.webp`, import.meta.url));
  const { data, info } = await sharp(path)
    .resize({ width: side, height: side, fit: 'outside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { shape: [info.height, info.width, 3], data: Float32Array.from(data, byte => byte / 255) };
}

describe('activations neither vanish nor explode', () => {
  const once = held(seven);
  test.each([
    ['7', once],
    ['1', randomEncoder(1)],
  ])('seed %s: each layer’s mean over the built-in picture is 1', async (_, pack) => {
    const means: number[] = [];
    const look = (tap: string, { data }: HostTensor) => {
      means.push(mean(data));
      const active = data.filter(value => value > 0).length / data.length;
      // A layer does not live on a few channels or a few places.
      expect(Math.abs(active - 0.5), tap).toBeLessThan(0.1);
    };
    await forward(pack, builtInPicture(), 'max', look, 'replicate');
    expect(means).toHaveLength(13);
    for (const each of means) expect(each).toBeCloseTo(1, 4);
  });

  test.each(
    ['content/old-town', 'content/mountain-lake', 'style/night-sky', 'style/cubist'].flatMap(name =>
      (['max', 'average'] as const).map(pooling => [name, pooling] as const),
    ),
  )('%s, %s pooling: each layer’s mean is within a factor of 3 of 1', async (name, pooling) => {
    await forward(once, await sample(name, 160), pooling, (tap, { data }) => {
      expect(Math.abs(Math.log(mean(data))), tap).toBeLessThan(Math.log(3));
    });
  });
});
