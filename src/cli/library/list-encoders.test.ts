import { expect, test } from 'vitest';
import { knownSources } from '../../../models/known-sources.ts';
import { EncoderStore } from '../../../models/store/encoder-store.ts';
import { memoryStorage } from '../../../models/testing/memory-storage.ts';
import { granted, refusal } from '../../../models/testing/outcome.ts';
import { memoryFolder, tinyModel } from '../../../models/testing/tiny-model.ts';
import { tinyPack } from '../../../models/testing/tiny-pack.ts';
import { failure } from '../../language/result.ts';
import { listEncoders } from './list-encoders.ts';

const { folder } = tinyModel();
const shipped = memoryFolder(folder);

async function storeWith(...names: readonly string[]) {
  const files = memoryStorage();
  const store = new EncoderStore(files);
  for (const name of names) {
    granted(
      await store.put(name, await tinyPack(), {
        title: name,
        layout: 'tfjs-layers',
        source: `${name}.h5`,
        agreement: 'unlisted',
      }),
    );
  }
  return { store, files };
}

test('first what ships, then the random one, then what is kept, then what can be added', async () => {
  const { store } = await storeWith('mine', 'another');
  const listed = granted(await listEncoders(store, shipped));
  expect(listed.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'lite shipped',
    'random random',
    'another kept',
    'mine kept',
    ...knownSources.map(({ name }) => `${name} known`),
  ]);
  expect(listed[0]?.bytes).toBe([...folder.values()].reduce((sum, { length }) => sum + length, 0));
  expect(listed[2]).toMatchObject({
    reference: 'model:another',
    source: 'another.h5',
    bytes: expect.any(Number),
  });
});

test('a known one that is kept is listed once', async () => {
  const { store } = await storeWith('vgg19');
  const listed = granted(await listEncoders(store, shipped));
  expect(listed.filter(({ name }) => name === 'vgg19').map(({ state }) => state)).toEqual(['kept']);
});

test('R8 what can not be used says why, and the rest is listed all the same', async () => {
  const { store, files } = await storeWith('mine', 'hurt');
  const record = files.files.get('encoders/hurt.json');
  if (record) record.bytes = record.bytes.slice(0, 30);
  const listed = granted(await listEncoders(store, memoryFolder(new Map())));
  const problems = listed.flatMap(({ name, problem }) =>
    problem ? [[name, refusal(failure(problem))]] : [],
  );
  expect(problems).toEqual([
    ['lite', expect.stringContaining('is not in this copy of it')],
    ['hurt', expect.stringContaining('`hurt` is damaged')],
  ]);
  expect(listed.some(({ name }) => name === 'mine')).toBe(true);
});
