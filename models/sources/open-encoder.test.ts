import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { randomEncoder } from '../random.ts';
import { jsonBytes, memoryFolder, type TinyFolder, tinyModel } from '../testing/tiny-model.ts';
import { openEncoder } from './open-encoder.ts';

const open = (reference: string, folder: TinyFolder = new Map()) =>
  openEncoder(reference, () => memoryFolder(folder));

test('random:7 is the random encoder of seed 7', async () => {
  const opened = await open('random:7');
  expect(opened.ok && opened.value.facts).toEqual(randomEncoder(7).facts);
});

test('folder:PATH is the model in the folder, called by its last name', async () => {
  const opened = await open('folder:../somewhere/tiny/', tinyModel().folder);
  expect(opened.ok && opened.value.facts.title).toBe('VGG-shaped to conv3_1 (tiny)');
  expect(opened.ok && opened.value.facts.preprocessing.title).toBe("BGR, 0–255, Caffe's means");
});

test('a folder that states its preprocessing is read with it', async () => {
  const { folder } = tinyModel();
  folder.set('preprocessing.json', jsonBytes({ order: 'rgb', scale: 2 }));
  const opened = await open('folder:tiny', folder);
  expect(opened.ok && opened.value.facts.preprocessing.factors).toEqual([2, 2, 2]);
});

test('R8 a folder without a model is refused by its path', async () => {
  const opened = await open('folder:../nowhere');
  expect(opened.ok ? '' : say(opened.reason)).toBe(
    'The encoder in ../nowhere could not be opened. There is no file model.json.',
  );
});
