import { expect, test } from 'vitest';
import { bytesSource } from '../import/bytes-source.ts';
import { hashesOf } from '../import/file-hash.ts';
import { memoryPieces } from '../import/piece-store.ts';
import { hdf5File, notop } from '../import/testing/keras-files.ts';
import { dense, safetensorsFile, torchvisionTensors, vggWeights } from '../import/testing/vgg-weights.ts';
import { sentBy, serve } from '../import/testing/weights-server.ts';
import type { KnownSource } from '../known-sources.ts';
import { caffePreprocessing, torchvisionPreprocessing } from '../preprocessing.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { granted, refusal } from '../testing/outcome.ts';
import { memoryFolder, tinyModel } from '../testing/tiny-model.ts';
import { type AddRequest, addEncoder } from './add-encoder.ts';
import { EncoderStore } from './encoder-store.ts';

const net = safetensorsFile([...torchvisionTensors(vggWeights()), dense('head.weight', 100_000)]);
const keras = await hdf5File(notop(vggWeights()));

function workshop() {
  const files = memoryStorage();
  return { files, store: new EncoderStore(files) };
}

const file = (bytes: Uint8Array = net, name = 'net.safetensors') => bytesSource(bytes, name);

const published = (url: string, hashes: Partial<KnownSource>): KnownSource => ({
  name: 'published',
  title: { en: 'The published one', zh: '已发布的' },
  url,
  download: 1,
  licence: 'BSD-3-Clause',
  statedAt: url,
  preprocessing: torchvisionPreprocessing,
  ...hashes,
});

test('a file is kept with what it is, where it came from and its hash', async () => {
  const { store } = workshop();
  const { record, isNew } = granted(await addEncoder(store, { name: 'net', given: file() }));
  expect(isNew).toBe(true);
  expect(record).toMatchObject({
    title: 'VGG-shaped to conv5_1 (net.safetensors)',
    layout: 'safetensors-torchvision',
    source: 'net.safetensors',
    fileSha256: hashesOf(net).sha256,
    agreement: 'unlisted',
    preprocessing: torchvisionPreprocessing.applied,
  });
  expect(granted(await store.open('net')).facts.hash).toBe(record.hash);
});

test('a folder is kept, and its name, not its path, is noted', async () => {
  const { store } = workshop();
  const given = { name: 'tiny', read: memoryFolder(tinyModel().folder) };
  const { record } = granted(await addEncoder(store, { name: 'net', given }));
  expect(record).toMatchObject({
    layout: 'tfjs-layers',
    source: 'tiny',
    preprocessing: caffePreprocessing.applied,
  });
});

test('a published file is known by its SHA-256, wherever it lies, and takes title and licence from it', async () => {
  const { store } = workshop();
  const known = [published('https://example.org/net', { sha256: hashesOf(net).sha256 })];
  const { record } = granted(await addEncoder(store, { name: 'net', given: file() }, { known }));
  expect(record).toMatchObject({
    agreement: 'agrees',
    title: { en: 'The published one' },
    licence: 'BSD-3-Clause',
  });
});

test('where the publisher states an MD5 only, it will do', async () => {
  const { store } = workshop();
  const known = [published('https://example.org/net', { md5: hashesOf(keras).md5 ?? '' })];
  const given = file(keras, 'net.h5');
  const { record } = granted(await addEncoder(store, { name: 'net', given }, { known }));
  expect(record.agreement).toBe('agrees');
});

test('a published address that gives another file is kept, marked, without its title and licence', async () => {
  const { store } = workshop();
  const { origin } = await serve({ '/net.h5': { bytes: keras } });
  const url = `${origin}/net.h5`;
  const known = [published(url, { sha256: 'a'.repeat(64), preprocessing: caffePreprocessing })];
  const { record } = granted(await addEncoder(store, { name: 'net', given: url }, { known }));
  expect(record).toMatchObject({
    agreement: 'differs',
    title: 'VGG-shaped to conv5_1 (net.h5)',
    source: url,
  });
  expect(record.licence).toBeUndefined();
});

test('of a published safetensors file only the convolutions are fetched, with its own preprocessing', async () => {
  const { store } = workshop();
  const server = await serve({ '/net.safetensors': { bytes: net } });
  const url = `${server.origin}/net.safetensors`;
  const known = [published(url, { sha256: hashesOf(net).sha256, preprocessing: caffePreprocessing })];
  const { record } = granted(await addEncoder(store, { name: 'net', given: url }, { known }));
  expect(record).toMatchObject({
    agreement: 'unlisted',
    licence: 'BSD-3-Clause',
    preprocessing: caffePreprocessing.applied,
  });
  expect(sentBy(server)).toBeLessThan(net.length - 90_000);
});

test('a second add of what is there does nothing; a URL is not even asked', async () => {
  const { store } = workshop();
  const server = await serve({ '/net.safetensors': { bytes: net } });
  const given = `${server.origin}/net.safetensors`;
  const first = granted(await addEncoder(store, { name: 'net', given }));
  const asked = server.asked.length;
  expect(granted(await addEncoder(store, { name: 'net', given }))).toEqual({
    record: first.record,
    isNew: false,
  });
  expect(server.asked.length).toBe(asked);
  granted(await addEncoder(store, { name: 'local', given: file() }));
  expect(granted(await addEncoder(store, { name: 'local', given: file() })).isNew).toBe(false);
});

test('what is there, but damaged, is added again', async () => {
  const { store, files } = workshop();
  const { record } = granted(await addEncoder(store, { name: 'net', given: file() }));
  const weights = files.files.get(`encoders/${record.weights.file}`);
  weights?.bytes.fill(0, 3000, 3010);
  expect((await store.open('net')).ok).toBe(false);
  expect(granted(await addEncoder(store, { name: 'net', given: file() })).isNew).toBe(true);
  granted(await store.open('net'));
});

test.each<[string, Partial<AddRequest>]>([
  ['another file', { given: file(keras, 'other.h5') }],
  ['the same file with another preprocessing', { preprocessing: caffePreprocessing }],
  ['a URL', { given: 'https://example.org/net.safetensors' }],
])('R8 %s does not take the place of an encoder unless it is told to', async (_, change) => {
  const { store } = workshop();
  const { record } = granted(await addEncoder(store, { name: 'net', given: file() }));
  const request = { name: 'net', given: file(), ...change };
  expect(refusal(await addEncoder(store, request))).toBe(
    '`net` is kept already, from net.safetensors. Give this one another name with --name, or take its place with --replace.',
  );
  expect(granted(await store.record('net'))).toEqual(record);
});

test('told to, it does, and nothing of the old one is left', async () => {
  const { store, files } = workshop();
  const before = granted(await addEncoder(store, { name: 'net', given: file() })).record;
  const request = { name: 'net', given: file(), replace: true, preprocessing: caffePreprocessing };
  const { record } = granted(await addEncoder(store, request));
  expect(record.hash).not.toBe(before.hash);
  expect(record.preprocessing).toEqual(caffePreprocessing.applied);
  expect(files.files.size).toBe(2);
});

test('R8 a file that is refused, a full disk and a cancelled download leave the old encoder', async () => {
  const { store, files } = workshop();
  const { record } = granted(await addEncoder(store, { name: 'net', given: file() }));
  const replace = { name: 'net', replace: true };

  const broken = file(net.slice(0, 20_000));
  expect(refusal(await addEncoder(store, { ...replace, given: broken }))).toContain('net.safetensors');

  files.room = 100 + [...files.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const other = { ...replace, given: file(keras, 'net.h5') };
  expect(refusal(await addEncoder(store, other))).toContain(
    'The encoder `net` was not kept. There is no room',
  );

  const { origin } = await serve({ '/net': { bytes: net, instead: () => controller.abort() ?? false } });
  const controller = new AbortController();
  const cancelled = await addEncoder(
    store,
    { ...replace, given: `${origin}/net` },
    { signal: controller.signal, pieces: memoryPieces() },
  );
  expect(refusal(cancelled)).toMatch(/was cancelled/);

  expect(granted(await store.verify('net'))).toEqual(record);
  expect(files.files.size).toBe(2);
});
