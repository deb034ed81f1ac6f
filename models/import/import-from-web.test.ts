import { describe, expect, test } from 'vitest';
import { granted, refusal } from '../testing/outcome.ts';
import { importEncoder } from './import-encoder.ts';
import { memoryPieces } from './piece-store.ts';
import { layersModel } from './testing/layers-model.ts';
import { expectWeights, layouts, weights } from './testing/layouts.ts';
import { serve } from './testing/weights-server.ts';

describe('from the web', () => {
  const serving = (ranges = true) =>
    serve({
      ...Object.fromEntries(
        Object.values(layouts).map(({ name, bytes }) => [
          `/nets/${name}`,
          { bytes, ranges, headers: { etag: '"1"' } },
        ]),
      ),
      ...Object.fromEntries(
        [...layersModel(weights)].map(([path, bytes]) => [
          `/nets/vgg/${encodeURI(path)}`,
          { bytes, ranges, headers: { etag: '"1"' } },
        ]),
      ),
    });

  test.each([true, false])('every layout comes (parts: %s)', async ranges => {
    const { origin } = await serving(ranges);
    for (const { name } of Object.values(layouts)) {
      const url = `${origin}/nets/${name}`;
      const imported = granted(await importEncoder(url));
      expectWeights(imported);
      expect(imported.source).toBe(url);
      expect(imported.file === undefined).toBe(name.endsWith('.safetensors'));
    }
    const folder = granted(await importEncoder(`${origin}/nets/vgg/model.json?download=true`));
    expectWeights(folder);
    expect(folder.pack.facts.title).toBe('VGG-shaped to conv5_1 (vgg)');
    expect(folder.pack.facts.preprocessing.title).toBe("BGR, 0–255, Caffe's means");
  });

  test('R8 what is refused for what is in it has to come anew', async () => {
    const server = await serving();
    const pieces = memoryPieces();
    const { name, bytes } = layouts.keras3;
    server.files.set(`/nets/${name}`, { bytes: bytes.with(9, 99), headers: { etag: '"1"' } });
    const url = `${server.origin}/nets/${name}`;
    expect(refusal(await importEncoder(url, { pieces }))).toMatch(`${name} is no HDF5 file`);
    server.files.set(`/nets/${name}`, { bytes, headers: { etag: '"1"' } });
    expectWeights(granted(await importEncoder(url, { pieces })));
  });

  test('R8 a shard that is not there is named with its layer', async () => {
    const server = await serving();
    server.files.delete('/nets/vgg/shard2of3.bin');
    expect(refusal(await importEncoder(`${server.origin}/nets/vgg/model.json`))).toMatch(
      /^The weights file shard2of3\.bin, with block\d_conv\d\/\w+, is missing\.$/,
    );
  });
});
