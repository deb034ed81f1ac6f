import { describe, expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import type { Result } from '../../src/language/result.ts';
import { type EncoderPack, tensorNames } from '../encoder-pack.ts';
import { caffePreprocessing, torchvisionPreprocessing } from '../preprocessing.ts';
import {
  changed,
  group,
  jsonBytes,
  memoryFolder,
  type TinyFolder,
  tinyModel,
  tinyTensors,
  tinyValue,
} from '../testing/tiny-model.ts';
import { readTfjsLayersModel } from './tfjs-layers-model.ts';

const options = { preprocessing: torchvisionPreprocessing, title: () => 'tiny' };

const open = (folder: TinyFolder, asked: string[] = []): Promise<Result<EncoderPack>> =>
  readTfjsLayersModel(memoryFolder(folder, asked), options);

/** Stores the first kernel, 108 numbers, otherwise. */
const storedAs = (
  quantization: { dtype: string; scale?: number; min?: number },
  first: Uint8Array<ArrayBuffer>,
) => {
  const { entries, bytes } = tinyTensors();
  const weights = entries.map((tensor, index) => (index === 0 ? { ...tensor, quantization } : tensor));
  const all = new Uint8Array([...first, ...bytes.subarray(108 * 4)]);
  const manifest = { weightsManifest: [{ paths: ['w.bin'], weights }] };
  return new Map([
    ['w.bin', all],
    ['model.json', jsonBytes(manifest)],
  ]);
};

const kernelOf = async (folder: TinyFolder, name: string): Promise<number[]> => {
  const opened = await open(folder);
  const tensor = opened.ok ? opened.value.tensor(name) : opened;
  return tensor.ok ? [...tensor.value.data] : [];
};

describe('a VGG-shaped model', () => {
  test('opens with its layers, whatever the shards are cut to', async () => {
    const whole = await open(tinyModel(1e6).folder);
    expect(whole).toMatchObject({
      ok: true,
      value: {
        facts: {
          title: 'tiny',
          layers: [
            { name: 'conv1_1', channels: 4 },
            { name: 'conv1_2', channels: 4 },
            { name: 'conv2_1', channels: 6 },
            { name: 'conv3_1', channels: 8 },
          ],
        },
      },
    });
    for (const size of [7, 100, 433, 1000]) {
      const cut = await open(tinyModel(size).folder);
      expect(cut.ok && whole.ok && cut.value.facts.hash === whole.value.facts.hash, `${size} bytes`).toBe(
        true,
      );
    }
  });

  test('has every weight where it belongs', async () => {
    const opened = await open(tinyModel(100).folder);
    if (!opened.ok) throw new Error(say(opened.reason));
    for (const name of tensorNames(opened.value.facts.layers)) {
      const tensor = opened.value.tensor(name);
      expect(tensor.ok && [...tensor.value.data], name).toEqual(
        Array.from({ length: tensor.ok ? tensor.value.data.length : 0 }, (_, index) => tinyValue(index)),
      );
    }
  });

  test('trained on blue first has its first kernel exchanged', async () => {
    const opened = await readTfjsLayersModel(memoryFolder(tinyModel().folder), {
      ...options,
      preprocessing: caffePreprocessing,
    });
    const kernel = opened.ok ? opened.value.tensor('conv1_1/kernel') : opened;
    const expected = [8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3].map(tinyValue);
    expect(kernel.ok && [...kernel.value.data.subarray(0, 12)]).toEqual(expected);
  });

  test('may be quantised to 8 or 16 bits, or be float16', async () => {
    const bytes = Uint8Array.from({ length: 108 }, (_, index) => index);
    const quantised = { dtype: 'uint8', scale: 0.25, min: -3 };
    expect((await kernelOf(storedAs(quantised, bytes), 'conv1_1/kernel')).slice(0, 3)).toEqual([
      -3, -2.75, -2.5,
    ]);
    const words = new Uint8Array(Uint16Array.from(bytes, byte => byte * 500).buffer);
    const sixteen = { dtype: 'uint16', scale: 0.5, min: 1 };
    expect((await kernelOf(storedAs(sixteen, words), 'conv1_1/kernel')).slice(0, 2)).toEqual([1, 251]);
    const halves = new Uint8Array(Uint16Array.from(bytes, () => 0x3c00).buffer);
    expect((await kernelOf(storedAs({ dtype: 'float16' }, halves), 'conv1_1/kernel'))[107]).toBe(1);
    expect((await kernelOf(storedAs({ dtype: 'float16' }, halves), 'conv1_1/bias'))[1]).toBe(tinyValue(1));
  });

  test('may carry the names of older converters', async () => {
    const folder = changed(manifest => {
      for (const tensor of group(manifest).weights) tensor.name = `vgg/${tensor.name}:0`;
    });
    expect((await open(folder)).ok).toBe(true);
  });

  test('leaves its dense layers where they are, and their shards unread', async () => {
    const more = {
      entries: [
        { name: 'fc1/kernel', shape: [100, 10], dtype: 'float32' },
        { name: 'fc1/bias', shape: [10], dtype: 'float32' },
      ],
      bytes: new Uint8Array(4040),
    };
    const asked: string[] = [];
    const { folder } = tinyModel(1000, more);
    expect(folder.size - 1).toBe(8);
    expect((await open(folder, asked)).ok).toBe(true);
    expect(asked).toEqual(['model.json', 1, 2, 3, 4].map(n => (n === 'model.json' ? n : `shard${n}of8.bin`)));
  });

  test('does not read a group without convolutions', async () => {
    const asked: string[] = [];
    const folder = changed(manifest => {
      manifest.weightsManifest.push({
        paths: ['top.bin'],
        weights: [{ name: 'predictions/kernel', shape: [512, 1000], dtype: 'float32' }],
      });
    });
    expect((await open(folder, asked)).ok).toBe(true);
    expect(asked).not.toContain('top.bin');
  });
});
