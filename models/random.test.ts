import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import type { EncoderPack } from './encoder-pack.ts';
import { tensorNames } from './encoder-pack.ts';
import { randomEncoder } from './random.ts';
import { forward } from './testing/forward.ts';

const dataOf = (pack: EncoderPack, name: string): Float32Array => {
  const tensor = pack.tensor(name);
  if (!tensor.ok) throw new Error(tensor.reason.id);
  return tensor.value.data;
};

const rms = (numbers: Float32Array): number =>
  Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length);

/** Soft hills, an edge and some grain: what a picture has, made of sums and remainders. */
function landscape(height: number, width: number): HostTensor {
  const data = Float32Array.from({ length: height * width * 3 }, (_, i) => {
    const x = (Math.floor(i / 3) % width) / width;
    const y = Math.floor(i / 3 / width) / height;
    const hill = y > 0.45 + 0.3 * (x - 0.5) * (1 - x) ? 0.25 : 0.75;
    const grain = ((i * 7919) % 101) / 101 - 0.5;
    return Math.min(1, Math.max(0, hill + (i % 3) * 0.1 * (0.5 - y) + 0.2 * (x - 0.5) + 0.25 * grain));
  });
  return { shape: [height, width, 3], data };
}

describe('the random encoder', () => {
  test('has VGG-19’s layers to conv5_1 and says what it is', () => {
    const { facts } = randomEncoder(7);
    expect(facts.title).toBe('VGG-19 shaped, random weights (seed 7)');
    expect(facts.layers.map(({ name, channels }) => `${name}:${channels}`).join(' ')).toBe(
      'conv1_1:64 conv1_2:64 conv2_1:128 conv2_2:128 conv3_1:256 conv3_2:256 conv3_3:256 conv3_4:256 ' +
        'conv4_1:512 conv4_2:512 conv4_3:512 conv4_4:512 conv5_1:512',
    );
  });

  test('R9 the same seed gives the same bits, on every machine', () => {
    const data = dataOf(randomEncoder(7), 'conv2_1/kernel');
    expect(bytesToHex(sha256(new Uint8Array(data.buffer)))).toBe(
      '8203b8085678bff39d0a13b7c0c01ca09aed5fae1dfc10b736704cbe52100b46',
    );
    expect(randomEncoder(7).facts.hash).toBe(
      '63ff32815f52757d09a9003738dac84768567ad575b86f47eb1e2bfdd0e86b38',
    );
  });

  test('R1 another seed or another shape is another encoder', () => {
    const narrow = { convolutions: [1, 1], channels: [4, 8] };
    const hashes = [randomEncoder(7), randomEncoder(8), randomEncoder(7, narrow)].map(
      ({ facts }) => facts.hash,
    );
    expect(new Set(hashes).size).toBe(3);
    expect(dataOf(randomEncoder(7), 'conv1_1/kernel')).not.toEqual(
      dataOf(randomEncoder(8), 'conv1_1/kernel'),
    );
    expect(randomEncoder(7, narrow).facts.title).toBe('VGG-shaped, random weights (seed 7)');
  });

  test('a layer’s weights do not depend on which were asked for before', () => {
    const deepFirst = randomEncoder(3);
    dataOf(deepFirst, 'conv3_1/kernel');
    expect(dataOf(deepFirst, 'conv1_2/kernel')).toEqual(dataOf(randomEncoder(3), 'conv1_2/kernel'));
  });

  test('weights are made once', () => {
    const pack = randomEncoder(7);
    expect(dataOf(pack, 'conv1_2/kernel')).toBe(dataOf(pack, 'conv1_2/kernel'));
  });

  test('kernels have the shapes that the runtime expects, biases are 0', () => {
    const pack = randomEncoder(7);
    expect(pack.tensor('conv2_1/kernel')).toMatchObject({ ok: true, value: { shape: [3, 3, 64, 128] } });
    expect(dataOf(pack, 'conv2_1/bias')).toEqual(new Float32Array(128));
    expect(pack.tensor('conv5_2/kernel').ok).toBe(false);
    expect(pack.tensor('conv1_1').ok).toBe(false);
  });

  test('all of its 12.9 million weights are made in less than 1.5 seconds', () => {
    const pack = randomEncoder(11);
    const start = performance.now();
    for (const name of tensorNames(pack.facts.layers)) dataOf(pack, name);
    const took = performance.now() - start;
    expect(took).toBeLessThan(1500);
  });
});

describe('activations neither vanish nor explode', () => {
  test.each([
    [1, 'max'],
    [1, 'average'],
    [7, 'max'],
    [7, 'average'],
  ] as const)(
    'seed %i, %s pooling: every tap’s size is within a factor of 2 of relu1_1’s',
    async (seed, pooling) => {
      const sizes: Record<string, number> = {};
      await forward(randomEncoder(seed), landscape(96, 128), pooling, (tap, { data }) => {
        sizes[tap] = rms(data);
      });
      const first = sizes.relu1_1 ?? 0;
      const ratios = Object.entries(sizes).map(([tap, size]) => [tap, size / first] as const);
      expect(first).toBeGreaterThan(0.3);
      for (const [tap, ratio] of ratios) {
        expect(ratio, tap).toBeGreaterThan(0.5);
        expect(ratio, tap).toBeLessThan(2);
      }
    },
  );
});
