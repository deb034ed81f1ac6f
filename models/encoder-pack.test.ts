import { describe, expect, test } from 'vitest';
import { say } from '../src/language/message.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import { type PackContents, packOf } from './encoder-pack.ts';
import { caffePreprocessing, preprocessingOf, torchvisionPreprocessing } from './preprocessing.ts';

const counted = (shape: number[]): HostTensor => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((product, side) => product * side, 1) }, (_, i) => i),
});

const contents = (changes: Partial<PackContents> = {}): PackContents => ({
  title: 'tiny',
  layers: [{ name: 'conv1_1', channels: 2 }],
  tensors: new Map([
    ['conv1_1/kernel', counted([3, 3, 3, 2])],
    ['conv1_1/bias', counted([2])],
  ]),
  preprocessing: torchvisionPreprocessing,
  ...changes,
});

const kernelOf = async (given: PackContents): Promise<Float32Array> => {
  const tensor = (await packOf(given)).tensor('conv1_1/kernel');
  return tensor.ok ? tensor.value.data : new Float32Array();
};

describe('the first kernel', () => {
  test('that was trained on red first stays as it is', async () => {
    expect([...(await kernelOf(contents())).subarray(0, 8)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('that was trained on blue first is exchanged at each of its nine positions, green untouched', async () => {
    const kernel = await kernelOf(contents({ preprocessing: caffePreprocessing }));
    expect([...kernel.subarray(0, 12)]).toEqual([4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7]);
    expect(kernel.length).toBe(54);
  });

  test('of the one who gave it is not changed', async () => {
    const given = contents({ preprocessing: caffePreprocessing });
    await packOf(given);
    expect(given.tensors.get('conv1_1/kernel')?.data[0]).toBe(0);
  });
});

describe('the hash', () => {
  const hash = async (changes: Partial<PackContents> = {}): Promise<string> =>
    (await packOf(contents(changes))).facts.hash;
  const changed = (name: string, index: number): ReadonlyMap<string, HostTensor> => {
    const tensors = new Map(contents().tensors);
    const tensor = tensors.get(name) ?? counted([1]);
    tensors.set(name, { ...tensor, data: tensor.data.with(index, 0.5) });
    return tensors;
  };

  test('is SHA-256 in hexadecimal, the same in every run', async () => {
    expect(await hash()).toBe('12e7f574ff0f5e7a44846aa3be937a6dc97f1ecd1b9e30cf6bd67d96a2031b0d');
  });

  test('R1 is equal for equal features, whatever the title and the order of reading', async () => {
    expect(await hash({ title: 'another' })).toBe(await hash());
    expect(await hash({ tensors: new Map([...contents().tensors].reverse()) })).toBe(await hash());
  });

  test('R1 differs with any weight and any preprocessing', async () => {
    const other = preprocessingOf({ order: 'rgb', scale: 1, mean: [0, 0, 0], std: [1, 1, 1] }, 'none');
    const hashes = await Promise.all([
      hash(),
      hash({ tensors: changed('conv1_1/kernel', 53) }),
      hash({ tensors: changed('conv1_1/bias', 1) }),
      hash({ preprocessing: other }),
      hash({ preprocessing: { ...torchvisionPreprocessing, order: 'bgr' } }),
    ]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

test('R8 a tensor that the encoder lacks is refused with its deepest layer', async () => {
  const tensor = (await packOf(contents())).tensor('conv5_1/kernel');
  expect(tensor.ok ? '' : say(tensor.reason)).toBe(
    'tiny has no conv5_1/kernel: its deepest layer is conv1_1.',
  );
});
