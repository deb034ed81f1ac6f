import { describe, expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { torchvisionPreprocessing } from '../preprocessing.ts';
import {
  bytesOf,
  changed,
  entry,
  group,
  jsonBytes,
  memoryFolder,
  type TinyFolder,
  tinyModel,
} from '../testing/tiny-model.ts';
import { readTfjsLayersModel } from './tfjs-layers-model.ts';

const refusal = async (folder: TinyFolder): Promise<string> => {
  const options = { preprocessing: torchvisionPreprocessing, title: () => 'tiny' };
  const opened = await readTfjsLayersModel(memoryFolder(folder), options);
  return opened.ok ? 'accepted' : say(opened.reason);
};

describe('R8 D5 what is refused', () => {
  test('no model at all', async () => {
    expect(await refusal(new Map())).toBe('There is no file model.json.');
    expect(await refusal(new Map([['model.json', bytesOf([1, 2])]]))).toMatch('model.json is no JSON');
    expect(await refusal(new Map([['model.json', jsonBytes({ a: 1 })]]))).toMatch('at weightsManifest.');
    expect(await refusal(changed(manifest => Object.assign(manifest, { format: 'graph-model' })))).toMatch(
      'lost the names of its layers',
    );
  });

  test('shards that are missing, short or long', async () => {
    const missing = changed((_, folder) => folder.delete('shard2of4.bin'));
    expect(await refusal(missing)).toBe(
      'The weights file shard2of4.bin, with block1_conv2/kernel, is missing.',
    );
    const short = changed((_, folder) => folder.set('shard4of4.bin', new Uint8Array(8)));
    expect(await refusal(short)).toMatch(
      /^The weights file shard4of4.bin ends \d+ bytes too early: block3_conv1/,
    );
    const shifted = changed((_, folder) => folder.set('shard2of4.bin', new Uint8Array(996)));
    expect(await refusal(shifted)).toMatch('shard4of4.bin ends 4 bytes too early');
    const long = changed((_, folder) => folder.set('shard4of4.bin', new Uint8Array(5000)));
    expect(await refusal(long)).toMatch(
      'The weights file shard4of4.bin, with block3_conv1/kernel, was refused.',
    );
  });

  test('a shard that lost bytes in the middle, though only dense layers lie at the end', async () => {
    const more = {
      entries: [{ name: 'fc1/kernel', shape: [100, 10], dtype: 'float32' }],
      bytes: new Uint8Array(4000),
    };
    const { folder } = tinyModel(1000, more);
    folder.set('shard2of8.bin', new Uint8Array(996));
    expect(await refusal(folder)).toMatch('shard8of8.bin ends 4 bytes too early');
  });

  test('shapes that do not fit', async () => {
    expect(await refusal(changed(m => Object.assign(entry(m, 2), { shape: [3, 3, 4, 5] })))).toBe(
      'model.json: the bias of conv1_2 is 4, but its kernel has 5 channels.',
    );
    expect(await refusal(changed(m => Object.assign(entry(m, 4), { shape: [3, 3, 5, 6] })))).toMatch(
      'the kernel of conv2_1 is 3×3×5×6, but must be 3×3×4',
    );
    expect(await refusal(changed(m => Object.assign(entry(m, 4), { shape: [3, 3, -4, 6] })))).toMatch(
      'at weightsManifest[0].weights[4].shape[2].',
    );
    expect(await refusal(changed(m => Object.assign(entry(m, 4), { shape: [9e8, 9e8, 9e8] })))).toMatch(
      'gigabyte',
    );
  });

  test('types that no weight has', async () => {
    expect(await refusal(changed(m => Object.assign(entry(m, 2), { dtype: 'int32' })))).toMatch(
      'model.json stores block1_conv2/kernel as int32.',
    );
    expect(await refusal(changed(m => Object.assign(entry(m, 2), { dtype: 'string' })))).toMatch('as string');
    expect(await refusal(changed(m => Object.assign(entry(m, 2), { dtype: 'constructor' })))).toMatch(
      'constructor',
    );
    const noScale = { quantization: { dtype: 'uint8' } };
    expect(await refusal(changed(m => Object.assign(entry(m, 2), noScale)))).toMatch(
      'with a scale and a minimum',
    );
  });

  test('weights that are no numbers, by file and layer', async () => {
    const folder = changed((_, files) => files.get('shard3of4.bin')?.fill(0xff, 200, 204));
    expect(await refusal(folder)).toBe(
      'The weights block3_conv1/kernel in shard2of4.bin, shard3of4.bin, shard4of4.bin hold a value that is no finite number: the file is damaged.',
    );
  });

  test('paths that leave the folder', async () => {
    for (const path of ['../secret.bin', '/etc/passwd', 'https://host/a.bin', 'a\\b']) {
      const folder = changed(m => group(m).paths.splice(0, 1, path));
      expect(await refusal(folder)).toBe(
        `model.json names the weights file “${path}”, which is no plain path inside its folder.`,
      );
    }
  });

  test('another network', async () => {
    const foreign = { name: 'block1_bn/gamma', shape: [1], dtype: 'float32' };
    expect(await refusal(changed(m => group(m).weights.push(foreign)))).toMatch(
      'weights block1_bn/gamma, of a layer',
    );
    expect(await refusal(changed(m => group(m).weights.push(entry(m, 2))))).toBe(
      'model.json names block1_conv2/kernel twice.',
    );
    const strided = {
      config: { layers: [{ class_name: 'Conv2D', config: { name: 'block1_conv2', strides: [2, 2] } }] },
    };
    expect(await refusal(changed(m => Object.assign(m, { modelTopology: strided })))).toMatch(
      'another strides',
    );
  });

  test('names that would command a terminal are shown without their commands', async () => {
    const said = await refusal(changed(m => Object.assign(entry(m, 2), { name: 'x\u001b[31m/kernel' })));
    expect(said).not.toMatch('\u001b');
  });
});
