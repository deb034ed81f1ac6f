import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { layersOf } from '../architecture.ts';
import { caffePreprocessing, torchvisionPreprocessing } from '../preprocessing.ts';
import { granted, refusal } from '../testing/outcome.ts';
import { memoryFolder, tinyModel } from '../testing/tiny-model.ts';
import { blobSource } from './blob-source.ts';
import { bytesSource } from './bytes-source.ts';
import { type ImportOptions, importEncoder } from './import-encoder.ts';
import { customPreprocessing } from './stated-preprocessing.ts';
import { hdf5File, keras3, notop } from './testing/keras-files.ts';
import { layersModel } from './testing/layers-model.ts';
import { expectWeights, layouts, ours, weights } from './testing/layouts.ts';
import { narrow, safetensorsFile, torchvisionTensors, vgg19Blocks } from './testing/vgg-weights.ts';

const from = ({ name, bytes }: { name: string; bytes: Uint8Array }, options: ImportOptions = {}) =>
  importEncoder(bytesSource(bytes, name), options);

describe('the one entrance', () => {
  test.each([
    ['torchvision', 'safetensors-torchvision', "RGB, 0–1, ImageNet's mean and deviation"],
    ['ours', 'safetensors-gramarye', "RGB, 0–1, ImageNet's mean and deviation"],
    ['keras', 'hdf5-keras', "BGR, 0–255, Caffe's means"],
    ['keras3', 'hdf5-keras3', "RGB, 0–1, ImageNet's mean and deviation"],
  ] as const)('knows %s by its content, and its preprocessing by its layout', async (kind, layout, title) => {
    const renamed = { ...layouts[kind], name: 'weights.bin' };
    const imported = granted(await from(renamed));
    expectWeights(imported);
    expect(imported).toMatchObject({ layout, source: 'weights.bin' });
    expect(imported.pack.facts.title).toBe('VGG-shaped to conv5_1 (weights.bin)');
    expect(imported.pack.facts.preprocessing.title).toBe(title);
  });

  test('gives equal weights one hash, whatever they came in, and another one others', async () => {
    const options = { preprocessing: torchvisionPreprocessing };
    const hashes = new Set<string>();
    for (const layout of Object.values(layouts)) {
      const imported = granted(await from(layout, options));
      hashes.add(`${imported.weights} ${imported.pack.facts.hash}`);
    }
    hashes.add(await hashOfFolder(options));
    expect(hashes.size).toBe(1);
    const shallow = granted(await from(layouts.keras, { ...options, deepest: 'conv4_1' }));
    expect(hashes).not.toContain(`${shallow.weights} ${shallow.pack.facts.hash}`);
  });

  const hashOfFolder = async (options: ImportOptions): Promise<string> => {
    const {
      weights: hash,
      pack,
      layout,
    } = granted(await importEncoder({ name: 'net', read: memoryFolder(layersModel(weights)) }, options));
    expect(layout).toBe('tfjs-layers');
    return `${hash} ${pack.facts.hash}`;
  };

  test('knows the whole file by its hashes where all of it was read', async () => {
    for (const layout of Object.values(layouts)) {
      const { file } = granted(await from(layout));
      expect(file?.sha256).toBe(bytesToHex(sha256(layout.bytes)));
    }
    expect(granted(await from(layouts.keras)).file?.md5).toBe(bytesToHex(md5(layouts.keras.bytes)));
  });

  test('takes a file that was dropped', async () => {
    const { name, bytes } = layouts.keras;
    expectWeights(granted(await importEncoder(blobSource(new Blob([new Uint8Array(bytes)]), name))));
  });

  test('takes a preprocessing that is stated, and says it on the node', async () => {
    const stated = customPreprocessing({ order: 'bgr', scale: 2, mean: [1, 2, 3], std: [1, 1, 1] });
    const { pack } = granted(await from(layouts.torchvision, { preprocessing: stated }));
    expect(pack.facts.preprocessing).toEqual({
      factors: [2, 2, 2],
      offsets: [-3, -2, -1],
      title: 'BGR, 0–2, mean 1 2 3, deviation 1 1 1',
    });
    const [first] = granted(pack.tensor('conv1_1/kernel')).data;
    expect(first).toBe(weights.get('conv1_1/kernel')?.data[2 * 2]);
  });

  test('reports how far it is, of all that has to come', async () => {
    for (const layout of Object.values(layouts)) {
      const told: [number, number | undefined][] = [];
      granted(await from(layout, { onProgress: (received, total) => told.push([received, total]) }));
      const [received, total] = told.at(-1) ?? [];
      expect(received).toBe(total);
      expect(told.every(([now], index) => now >= (told[index - 1]?.[0] ?? 0))).toBe(true);
    }
  });
});

describe('R8 what is refused', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  test.each<[string, Uint8Array, string]>([
    [
      'net.bin',
      text('PK\x03\x04 and more'),
      'net.bin is an archive, as .pth and .keras files are, which may hold programs and is not opened here. Save the weights as safetensors or .h5.',
    ],
    ['net.pth', Uint8Array.of(0x80, 2, 1, 2, 3, 4, 5, 6), 'net.pth is an archive'],
    [
      'model.json',
      text('{"format": "layers-model"}'),
      'model.json names other files, which hold the weights. Open the folder that it lies in.',
    ],
    [
      'cat.jpg',
      text('\xff\xd8\xff\xe0 is a cat'),
      'cat.jpg is no file of weights that is read here: safetensors, Keras HDF5 (.h5), or a TensorFlow.js model.json with its folder.',
    ],
    ['net.safetensors', new Uint8Array(100).fill(0xff), 'The header of net.safetensors cannot be read'],
    ['net.h5', new Uint8Array(100), 'net.h5 is no HDF5 file that can be read'],
    ['net.h5', new Uint8Array(7), 'net.h5 ends after 7 bytes, too early'],
    [
      'ours.safetensors',
      ours({}),
      'ours.safetensors does not say how a picture is prepared for it. State its preprocessing.',
    ],
  ])('%s', async (name, bytes, sentence) => {
    expect(refusal(await from({ name, bytes }))).toMatch(sentence);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a weight that is %s, by file and layer', async wrong => {
    const bias = { shape: [4], data: Float32Array.of(1, wrong, 1, 1) };
    const damaged = new Map([...weights, ['conv3_2/bias', bias] as const]);
    for (const [name, bytes] of [
      ['net.safetensors', safetensorsFile(torchvisionTensors(damaged))],
      ['net.h5', await hdf5File(notop(damaged))],
    ] as const) {
      expect(refusal(await from({ name, bytes }))).toBe(
        `The weights conv3_2/bias in ${name} hold a value that is no finite number: the file is damaged.`,
      );
    }
  });

  test('a kernel of nothing but zeros', async () => {
    const hole = { shape: [3, 3, 4, 4], data: new Float32Array(144) };
    const bytes = await hdf5File(keras3(new Map([...weights, ['conv3_2/kernel', hole] as const])));
    expect(refusal(await from({ name: 'net.h5', bytes }))).toBe(
      'The weights conv3_2/kernel in net.h5 are all zero: the file is damaged.',
    );
  });

  test('no address', async () => {
    expect(refusal(await importEncoder('file:///etc/passwd'))).toMatch('is no address of a file on the web');
  });

  test('a source that throws, and a machine without memory', async () => {
    const source = bytesSource(layouts.keras.bytes, 'net.h5');
    const throwing = (error: Error) => ({ ...source, size: () => Promise.reject(error) });
    expect(refusal(await importEncoder(throwing(new Error('gone'))))).toBe('net.h5 could not be read.');
    expect(refusal(await importEncoder(throwing(new RangeError('too much'))))).toBe(
      'There is not enough memory to read net.h5.',
    );
  });

  test('a file that lies here and is read on after it was cancelled', async () => {
    const controller = new AbortController();
    const imported = await from(layouts.torchvision, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(refusal(imported)).toBe('Reading net.safetensors was cancelled.');
  });

  test('a folder that is read on after it was cancelled', async () => {
    const controller = new AbortController();
    const read = memoryFolder(tinyModel().folder);
    const stopping: typeof read = (path, atMost) => {
      if (path.startsWith('shard2')) controller.abort();
      return read(path, atMost);
    };
    expect(
      refusal(await importEncoder({ name: 'tiny', read: stopping }, { signal: controller.signal })),
    ).toBe('Reading tiny was cancelled.');
  });
});

test("Caffe's order of channels is turned once, here as in a folder", async () => {
  const read = memoryFolder(layersModel(weights));
  const folder = granted(await importEncoder({ name: 'net', read }));
  const file = granted(await from(layouts.keras));
  expect(file.pack.facts.preprocessing).toEqual(caffePreprocessing.applied);
  expect(file.weights).toBe(folder.weights);
  expect(file.pack.facts.hash).toBe(folder.pack.facts.hash);
});

test('the whole of VGG-19 is read where that is wanted', async () => {
  const { pack } = granted(await from(layouts.keras3, { deepest: 'conv5_4' }));
  expect(pack.facts.layers).toEqual(layersOf(vgg19Blocks, narrow));
});
