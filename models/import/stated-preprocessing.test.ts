import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { caffePreprocessing, torchvisionPreprocessing } from '../preprocessing.ts';
import { jsonBytes, memoryFolder } from '../testing/tiny-model.ts';
import { readPreprocessing } from './stated-preprocessing.ts';

const read = (file: Uint8Array<ArrayBuffer>) =>
  readPreprocessing(memoryFolder(new Map([['preprocessing.json', file]])));

const refusal = async (file: Uint8Array<ArrayBuffer>): Promise<string> => {
  const stated = await read(file);
  return stated.ok ? 'accepted' : say(stated.reason);
};

test('a folder that states nothing is Caffe’s', async () => {
  expect(await readPreprocessing(memoryFolder(new Map()))).toEqual({ ok: true, value: caffePreprocessing });
});

test('a stated order, scale, mean and deviation are used and said', async () => {
  const stated = { order: 'rgb', scale: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
  const title = 'RGB, 0–1, mean 0.485 0.456 0.406, deviation 0.229 0.224 0.225';
  expect(await read(jsonBytes(stated))).toEqual({
    ok: true,
    value: { ...torchvisionPreprocessing, applied: { ...torchvisionPreprocessing.applied, title } },
  });
});

test('mean 0 and deviation 1 need not be stated', async () => {
  const stated = await read(jsonBytes({ order: 'bgr', scale: 2 }));
  expect(stated.ok && stated.value.applied.factors).toEqual([2, 2, 2]);
  expect(stated.ok && stated.value.order).toBe('bgr');
});

test('D5 a statement that cannot be is refused, and says where', async () => {
  const field = (where: string) => `preprocessing.json does not say what it should at ${where}.`;
  expect(await refusal(jsonBytes({ order: 'grb', scale: 1 }))).toBe(field('order'));
  expect(await refusal(jsonBytes({ order: 'rgb' }))).toBe(field('scale'));
  expect(await refusal(jsonBytes({ order: 'rgb', scale: 0 }))).toBe(field('scale'));
  expect(await refusal(jsonBytes({ order: 'rgb', scale: 1, std: [1, 0, 1] }))).toBe(field('std[1]'));
  expect(await refusal(jsonBytes({ order: 'rgb', scale: 1, mean: [1, 2] }))).toMatch('at mean');
  expect(await refusal(jsonBytes({ order: 'rgb', scale: 1, means: [1, 2, 3] }))).toBe(field('means'));
  expect(await refusal(jsonBytes(null))).toBe(field('{}'));
  expect(await refusal(Uint8Array.of(0xff, 0xfe))).toBe(
    'preprocessing.json is no JSON: it is damaged, or another kind of file.',
  );
  expect(await refusal(new Uint8Array(70_000))).toMatch('larger than the 65536 bytes');
});
