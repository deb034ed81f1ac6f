/** Files that h5py and the safetensors library wrote (`testing/written-by-others/make.py`), not our own writers. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tensorNames } from '../encoder-pack.ts';
import { torchvisionPreprocessing } from '../preprocessing.ts';
import { granted } from '../testing/outcome.ts';
import { bytesSource } from './bytes-source.ts';
import { importEncoder } from './import-encoder.ts';

const folder = new URL('testing/written-by-others/', import.meta.url);

test.each([
  ['notop.h5', 'hdf5-keras', 'Caffe'],
  ['whole-model.h5', 'hdf5-keras', 'Caffe'],
  ['model.weights.h5', 'hdf5-keras3', 'ImageNet'],
  ['model.safetensors', 'safetensors-torchvision', 'ImageNet'],
])('%s', async (name, layout, preprocessing) => {
  const file = new Uint8Array(await readFile(new URL(name, folder)));
  const byItself = granted(await importEncoder(bytesSource(file, name)));
  expect(byItself.layout).toBe(layout);
  expect(byItself.pack.facts.preprocessing.title).toMatch(preprocessing);
  const options = { deepest: 'conv5_4', preprocessing: torchvisionPreprocessing };
  const { pack } = granted(await importEncoder(bytesSource(file, name), options));
  let k = 0;
  for (const tensor of tensorNames(pack.facts.layers)) {
    const { data } = granted(pack.tensor(tensor));
    expect([...data], tensor).toEqual(Array.from(data, () => (((37 * k++) % 101) - 50) / 32));
  }
  expect(pack.facts.layers.length).toBe(16);
});
