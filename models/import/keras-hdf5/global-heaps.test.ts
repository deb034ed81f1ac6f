import { expect, test } from 'vitest';
import { granted } from '../../testing/outcome.ts';
import { hdf5File, keras3Named, wholeModel } from '../testing/keras-files.ts';
import { vggWeights } from '../testing/vgg-weights.ts';
import { hasSoundHeaps } from './global-heaps.ts';
import { readHdf5Encoder } from './read-encoder.ts';

const weights = vggWeights();
const whole = await hdf5File(wholeModel(weights));
const heap = Buffer.from(whole).indexOf('GCOL');

test('what the library writes is sound', async () => {
  expect(heap).toBeGreaterThan(0);
  expect(hasSoundHeaps(whole)).toBe(true);
  expect(hasSoundHeaps(await hdf5File(keras3Named(weights, 'vgg19')))).toBe(true);
  expect(hasSoundHeaps(await hdf5File({ numbers: new Map() }))).toBe(true);
});

test('an object without a length, or too long a one, is not', () => {
  // The heap's header, its first object's, and its text of 24 bytes: the second object begins behind them.
  const second = heap + 16 + 16 + 24;
  expect(hasSoundHeaps(whole.slice().fill(0, second, second + 16))).toBe(false);
  expect(hasSoundHeaps(whole.slice().fill(0xff, second + 8, second + 12))).toBe(false);
  expect(hasSoundHeaps(whole.slice().fill(0xff, heap + 8, heap + 16))).toBe(false);
  expect(hasSoundHeaps(whole.slice(0, heap + 12))).toBe(false);
});

test('R8 a file with such a heap is read without its texts, and not for ever', async () => {
  const damaged = whole.slice().fill(0, heap + 16 + 16 + 24, heap + 16 + 16 + 40);
  const found = granted(await readHdf5Encoder(damaged, 'net.h5', { deepest: 'conv5_4' }));
  expect(found.tensors.get('conv5_1/kernel')).toEqual(weights.get('conv5_1/kernel'));
});

test('numbers that look like a heap by chance cost nothing', async () => {
  const like = new Float32Array(Uint8Array.from([...'GCOL'], c => c.charCodeAt(0)).buffer);
  const bias = { shape: [2], data: Float32Array.of(like[0] ?? 0, 1) };
  const file = await hdf5File(wholeModel(new Map([...weights, ['conv1_1/bias', bias] as const])));
  expect(hasSoundHeaps(file)).toBe(false);
  const found = granted(await readHdf5Encoder(file, 'net.h5', { deepest: 'conv5_4' }));
  expect(found.tensors.get('conv1_1/bias')).toEqual(bias);
});
