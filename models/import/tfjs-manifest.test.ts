import { describe, expect, test } from 'vitest';
import { jsonBytes } from '../testing/tiny-model.ts';
import { readManifest } from './tfjs-manifest.ts';

const quantization = { dtype: 'uint8', scale: 0.5, min: -1 };

const manifestOf = (...weights: object[]) =>
  readManifest(jsonBytes({ weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights }] }));

describe('the manifest', () => {
  test('says where each tensor lies in its group, and how it is stored', () => {
    const read = manifestOf(
      { name: 'k', shape: [3, 2], dtype: 'float32', quantization },
      { name: 'scalar', shape: [], dtype: 'int32' },
      { name: 'b', shape: [5], dtype: 'float32', group: 'optimizer' },
      {
        name: 'h',
        shape: [3],
        dtype: 'float32',
        quantization: { dtype: 'float16', original_dtype: 'float32' },
      },
    );
    const [group] = read.ok ? read.value.groups : [];
    expect(group?.bytes).toBe(36);
    expect(group?.tensors.map(({ name, offset, bytes }) => [name, offset, bytes])).toEqual([
      ['k', 0, 6],
      ['scalar', 6, 4],
      ['b', 10, 20],
      ['h', 30, 6],
    ]);
    expect(group?.tensors.map(({ encoding }) => encoding.type)).toEqual([
      'uint8',
      'other',
      'float32',
      'float16',
    ]);
    expect(group?.tensors.map(({ ofOptimiser }) => ofOptimiser)).toEqual([false, false, true, false]);
  });

  test('D5 a type whose size nobody knows is refused', () => {
    for (const dtype of ['string', 'toString', '']) {
      expect(manifestOf({ name: 'k', shape: [1], dtype })).toMatchObject({ reason: { id: 'encoder.dtype' } });
    }
  });

  test('D5 claims beyond a gigabyte are refused before anything is read', () => {
    const half = { name: 'k', shape: [2 ** 27 + 1], dtype: 'float32' };
    expect(manifestOf(half).ok).toBe(true);
    expect(manifestOf(half, half)).toMatchObject({ reason: { id: 'encoder.group-too-large' } });
  });
});
