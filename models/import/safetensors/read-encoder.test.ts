import { describe, expect, test } from 'vitest';
import { layersOf } from '../../architecture.ts';
import { tensorNames } from '../../encoder-pack.ts';
import { granted, refusal } from '../../testing/outcome.ts';
import { bytesSource } from '../bytes-source.ts';
import type { ReadOptions } from '../found.ts';
import { httpSource } from '../http-source.ts';
import {
  dense,
  float32,
  narrow,
  type RawTensor,
  safetensorsFile,
  torchvisionTensors,
  vgg16Blocks,
  vgg19Blocks,
  vggWeights,
  type Weights,
} from '../testing/vgg-weights.ts';
import { sentBy, serve } from '../testing/weights-server.ts';
import { readSafetensorsEncoder } from './read-encoder.ts';

const options: ReadOptions = { deepest: 'conv5_4' };

const readFrom = (file: Uint8Array, given: ReadOptions = options) =>
  readSafetensorsEncoder(bytesSource(file, 'net.safetensors'), file.subarray(0, 8), given);

const expectEqual = (tensors: Weights, expected: Weights): void => {
  for (const [name, { shape, data }] of tensors) {
    expect(shape, name).toEqual(expected.get(name)?.shape);
    expect(data, name).toEqual(expected.get(name)?.data);
  }
};

describe("torchvision's layout", () => {
  test.each([
    ['VGG-19', vgg19Blocks],
    ['VGG-16', vgg16Blocks],
    ['VGG-13', [2, 2, 2, 2, 2]],
    ['VGG-11', [1, 1, 2, 2, 2]],
  ] as const)('of %s gives every weight where it belongs', async (_, blocks) => {
    const weights = vggWeights(blocks);
    const found = granted(await readFrom(safetensorsFile(torchvisionTensors(weights, blocks))));
    expect(found).toMatchObject({ layout: 'safetensors-torchvision', layers: layersOf(blocks, narrow) });
    expect(found.preprocessing?.applied.title).toMatch("ImageNet's mean");
    expect([...found.tensors.keys()]).toEqual(tensorNames(found.layers));
    expectEqual(found.tensors, weights);
  });

  test('is read down to the deepest layer that is wanted', async () => {
    const found = granted(
      await readFrom(safetensorsFile(torchvisionTensors(vggWeights())), { deepest: 'conv4_2' }),
    );
    expect(found.layers.at(-1)?.name).toBe('conv4_2');
    expect(found.tensors.size).toBe(20);
  });

  test('may have lost its deeper layers', async () => {
    const few = torchvisionTensors(vggWeights()).filter(({ name }) => Number(/\d+/.exec(name)?.[0]) <= 14);
    const found = granted(await readFrom(safetensorsFile(few)));
    expect(found.layers.at(-1)?.name).toBe('conv3_3');
  });

  test('may be stored in half the bytes, either way', async () => {
    // 1.5 and −0.25 are the same in all of them.
    const half = (dtype: string, words: readonly number[]): Uint8Array =>
      safetensorsFile([
        {
          name: 'features.0.weight',
          dtype,
          shape: [2, 3, 3, 3],
          bytes: new Uint8Array(Uint16Array.from({ length: 54 }, (_, i) => words[i % 2] ?? 0).buffer),
        },
        { name: 'features.0.bias', dtype, shape: [2], bytes: new Uint8Array(Uint16Array.from(words).buffer) },
      ]);
    for (const file of [half('F16', [0x3e00, 0xb400]), half('BF16', [0x3fc0, 0xbe80])]) {
      const { tensors } = granted(await readFrom(file));
      expect([...(tensors.get('conv1_1/bias')?.data ?? [])]).toEqual([1.5, -0.25]);
      expect(tensors.get('conv1_1/kernel')?.shape).toEqual([3, 3, 3, 2]);
    }
  });
});

describe('our own layout', () => {
  const own = (metadata: Record<string, string> = {}): Uint8Array<ArrayBuffer> =>
    safetensorsFile(
      [...vggWeights()].map(([name, tensor]) => float32(name, tensor)),
      metadata,
    );

  test('is read as it was written', async () => {
    const found = granted(await readFrom(own()));
    expect(found).toMatchObject({ layout: 'safetensors-gramarye', preprocessing: undefined });
    expectEqual(found.tensors, vggWeights());
  });

  test('can say what becomes of a picture', async () => {
    const applied = { factors: [1, 2, 3], offsets: [4, 5, 6], title: 'ours' };
    const found = granted(await readFrom(own({ preprocessing: JSON.stringify(applied) })));
    expect(found.preprocessing).toEqual({ order: 'rgb', applied });
    expect(refusal(await readFrom(own({ preprocessing: '{"factors": [1, 2]}' })))).toBe(
      'net.safetensors does not say what it should at factors.',
    );
  });
});

describe('over the network', () => {
  const parts = torchvisionTensors(vggWeights());
  const at = (name: string): number => parts.findIndex(part => part.name === name);
  // As real files have their dense layers, with one more in the middle.
  const file = safetensorsFile([
    dense('classifier.0.weight', 300_000),
    ...parts.slice(0, at('features.2.bias')),
    dense('head.weight', 200_000),
    ...parts.slice(at('features.2.bias')),
    dense('pre_logits.weight', 400_000),
  ]);
  const head = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
  const wanted = (deepest: number): number =>
    parts.reduce(
      (sum, { name, bytes }) => sum + (Number(/\d+/.exec(name)?.[0]) <= deepest ? bytes.length : 0),
      0,
    );

  const readOver = async (ranges: boolean, deepest: string) => {
    const server = await serve({ '/net.safetensors': { bytes: file, ranges } });
    const source = granted(httpSource(`${server.origin}/net.safetensors`));
    const first = granted(await source.read(0, 8));
    let came = 0;
    let expected = 0;
    const found = await readSafetensorsEncoder(source, first, {
      deepest,
      onBytes: count => {
        came += count;
      },
      expect: bytes => {
        expected = bytes;
      },
    });
    expectEqual(granted(found).tensors, vggWeights());
    await source.close();
    return { server, came, expected };
  };

  test('only the header and the convolutions that are wanted come', async () => {
    const { server, came, expected } = await readOver(true, 'conv5_1');
    expect(sentBy(server)).toBe(head + wanted(28));
    expect([came, expected]).toEqual([wanted(28), wanted(28)]);
    // The head, the header, and a request for each run of layers: 0 to 19, 2 to 28, 5 and 7.
    expect(server.asked.length).toBe(5);
    expect(server.asked.every(({ range }) => /^bytes=\d+-\d+$/.test(range ?? ''))).toBe(true);
  });

  test('down to conv1_1, only its own bytes', async () => {
    const { server } = await readOver(true, 'conv1_1');
    expect(sentBy(server)).toBe(head + wanted(0));
  });

  test('a server that gives the whole file is asked once', async () => {
    const { server, came } = await readOver(false, 'conv5_1');
    expect(server.asked.length).toBe(1);
    expect(came).toBe(wanted(28));
  });
});

describe('R8 what is refused, by file and layer', () => {
  const parts = torchvisionTensors(vggWeights());
  const renamed = (from: string, to: string): RawTensor[] =>
    parts.map(part => (part.name === from ? { ...part, name: to } : part));
  const changed = (at: string, change: Partial<RawTensor>): RawTensor[] =>
    parts.map(part => (part.name === at ? { ...part, ...change } : part));

  test.each<[string, readonly RawTensor[], string]>([
    [
      'batch normalisation',
      [...parts, dense('features.1.running_mean', 8)],
      'net.safetensors is a VGG with batch normalisation (it has features.1.running_mean), which is another network. Take the one without.',
    ],
    [
      'a layer that is missing',
      parts.filter(({ name }) => !name.startsWith('features.12.')),
      'net.safetensors has conv3_3 but not conv3_2 before it.',
    ],
    [
      'a bias that is missing',
      parts.filter(({ name }) => name !== 'features.12.bias'),
      'net.safetensors: conv3_2 has a kernel but no bias.',
    ],
    [
      'a layer that VGG does not have',
      renamed('features.12.weight', 'features.13.weight'),
      'net.safetensors has weights features.13.weight, of a layer that VGG does not have.',
    ],
    [
      'a name that torchvision does not have',
      renamed('features.12.weight', 'features.conv.weight'),
      'net.safetensors has weights features.conv.weight, of a layer that VGG does not have.',
    ],
    [
      'a shape that is off by one',
      changed('features.2.weight', { shape: [2, 2, 3, 4], bytes: new Uint8Array(192) }),
      'net.safetensors: the kernel of conv1_2 is 3×4×2×2, but must be 3×3×2 and its number of channels.',
    ],
    [
      'whole numbers',
      changed('features.0.bias', { dtype: 'I32' }),
      'net.safetensors stores features.0.bias as I32. Weights may be F32, F16 or BF16.',
    ],
    [
      'another network',
      [dense('bert.embeddings.weight', 4)],
      'net.safetensors has none of VGG’s convolutions: no weights are named like features.0.weight (torchvision) or conv1_1/kernel.',
    ],
  ])('%s', async (_, tensors, sentence) => {
    expect(refusal(await readFrom(safetensorsFile(tensors)))).toBe(sentence);
  });

  test('a file whose end a server does not know beforehand', async () => {
    const file = safetensorsFile(parts);
    const { origin } = await serve({
      '/net.safetensors': {
        bytes: file,
        instead: (_, response) => {
          response.writeHead(200);
          response.end(file.subarray(0, 4000));
          return true;
        },
      },
    });
    const source = granted(httpSource(`${origin}/net.safetensors`));
    const first = granted(await source.read(0, 8));
    expect(refusal(await readSafetensorsEncoder(source, first, options))).toMatch(
      /^features\.\d+\.\w+ is not whole\. net\.safetensors ends after 4000 bytes, too early/,
    );
  });
});
