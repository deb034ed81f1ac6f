import { expect, test } from 'vitest';
import { success } from '../../src/language/result.ts';
import { bytesSource } from '../import/bytes-source.ts';
import { hdf5File, notop } from '../import/testing/keras-files.ts';
import { safetensorsFile, torchvisionTensors, vggWeights } from '../import/testing/vgg-weights.ts';
import { randomEncoder } from '../random.ts';
import { EncoderStore } from '../store/encoder-store.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { granted, refusal } from '../testing/outcome.ts';
import { jsonBytes, memoryFolder, type TinyFolder, tinyModel } from '../testing/tiny-model.ts';
import { tinyPack } from '../testing/tiny-pack.ts';
import { openEncoder } from './open-encoder.ts';

const open = (reference: string, folder: TinyFolder = new Map()) =>
  openEncoder(reference, { folder: () => memoryFolder(folder) });

test('random:7 is the random encoder of seed 7', async () => {
  expect(granted(await open('random:7')).facts).toEqual(randomEncoder(7).facts);
});

test('folder:PATH is the model in the folder, called by its last name', async () => {
  const { facts } = granted(await open('folder:../somewhere/tiny/', tinyModel().folder));
  expect(facts.title).toBe('VGG-shaped to conv3_1 (tiny)');
  expect(facts.preprocessing.title).toBe("BGR, 0–255, Caffe's means");
});

test('a folder that states its preprocessing is read with it', async () => {
  const { folder } = tinyModel();
  folder.set('preprocessing.json', jsonBytes({ order: 'rgb', scale: 2 }));
  expect(granted(await open('folder:tiny', folder)).facts.preprocessing.factors).toEqual([2, 2, 2]);
});

test('R8 a folder without a model is refused by its path', async () => {
  expect(refusal(await open('folder:../nowhere'))).toBe(
    'The encoder in ../nowhere could not be opened. There is no file model.json.',
  );
});

test('model:NAME is the encoder that is kept under the name', async () => {
  const kept = new EncoderStore(memoryStorage());
  const pack = await tinyPack();
  granted(
    await kept.put('tiny', pack, { title: 'Tiny', layout: 'tiny', source: 'tiny', agreement: 'unlisted' }),
  );
  expect(granted(await openEncoder('model:tiny', { kept })).facts).toEqual({ ...pack.facts, title: 'Tiny' });
  expect(refusal(await openEncoder('model:vgg19', { kept }))).toContain(
    'No encoder is kept under the name `vgg19`. `npx gramarye models add vgg19` adds it',
  );
  expect(refusal(await openEncoder('model:../tiny', { kept }))).toContain('can name no encoder');
});

test('file:PATH is the network in the file, down to its deepest layer, whatever its kind', async () => {
  const weights = vggWeights();
  const files = {
    'nets/a.safetensors': safetensorsFile(torchvisionTensors(weights)),
    'nets/b.h5': await hdf5File(notop(weights)),
  };
  for (const [path, bytes] of Object.entries(files)) {
    const name = path.slice('nets/'.length);
    const file = async () => success(bytesSource(bytes, name));
    const { facts } = granted(await openEncoder(`file:${path}`, { file }));
    expect(facts.title).toBe(`VGG-shaped to conv5_4 (${name})`);
  }
});

test('R8 a file that is no network is refused by its path, and closed', async () => {
  let closed = false;
  const close = async () => {
    closed = true;
  };
  const source = { ...bytesSource(new Uint8Array(100), 'x.h5'), close };
  const opened = await openEncoder('file:nets/x.h5', { file: async () => success(source) });
  expect(refusal(opened)).toMatch(/^The encoder in nets\/x\.h5 could not be opened\. .*x\.h5/);
  expect(closed).toBe(true);
});

test('lite is what the host ships, and refused where it ships none', async () => {
  const lite = memoryFolder(tinyModel().folder);
  expect(granted(await openEncoder('lite', { lite })).facts.title).toBe('VGG-19 lite');
  expect(refusal(await openEncoder('lite', { lite: memoryFolder(new Map()) }))).toContain(
    'VGG-19 lite, which ships with Gramarye, is not in this copy of it.',
  );
});

test('R8 what a host gives no access to is refused', async () => {
  for (const reference of ['lite', 'model:a', 'folder:a', 'file:a']) {
    expect(refusal(await openEncoder(reference, {}))).toContain(`“${reference}” cannot be opened here`);
  }
});
