import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { granted } from '../../../models/testing/outcome.ts';
import { fileSources } from './file-sources.ts';
import { packageFolder } from './package-folder.ts';

test('AdaIN’s decoder ships, is smaller than 2 MB, and reads VGG-19 lite, which ships beside it', async () => {
  const sources = fileSources(packageFolder());
  const decoder = granted(await sources.network('adain')).facts;
  const encoder = granted(await sources.encoder('lite')).facts;
  expect(decoder.input).toEqual({
    type: 'features',
    encoder: encoder.hash,
    tap: 'relu4_1',
    channels: encoder.layers.find(({ name }) => name === 'conv4_1')?.channels,
  });
  const files = ['model.json', 'weights.bin', 'README.md'];
  const sizes = files.map(
    async file => (await stat(join(packageFolder(), 'models/adain-decoder', file))).size,
  );
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size)).toBeLessThan(2 * 2 ** 20);
});
