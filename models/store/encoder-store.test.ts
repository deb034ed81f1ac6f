import { expect, test } from 'vitest';
import type { Message } from '../../src/language/message.ts';
import { type EncoderPack, tensorNames } from '../encoder-pack.ts';
import { torchvisionPreprocessing } from '../preprocessing.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { granted, refusal } from '../testing/outcome.ts';
import { tinyPack } from '../testing/tiny-pack.ts';
import { EncoderStore, type Provenance } from './encoder-store.ts';

const provenance: Provenance = {
  title: 'tiny',
  layout: 'tfjs layers model',
  source: 'https://example.org/tiny/model.json',
  agreement: 'unlisted',
};

/** In which a test may let time pass. */
function workshop() {
  const clock = { now: Date.UTC(2026, 1, 3) };
  const files = memoryStorage(() => clock.now);
  return { clock, files, store: new EncoderStore(files, () => clock.now) };
}

const numbers = (pack: EncoderPack) =>
  tensorNames(pack.facts.layers).map(name => [...granted(pack.tensor(name)).data]);

test('an encoder that is kept opens as what it was: facts, hash, title and every weight', async () => {
  const { store } = workshop();
  const pack = await tinyPack();
  granted(await store.put('tiny', pack, provenance));
  const opened = granted(await store.open('tiny'));
  expect(opened.facts).toEqual(pack.facts);
  expect(numbers(opened)).toEqual(numbers(pack));
});

test('its weights stay in their file: they are read when they are asked for, and once that has gone it says so', async () => {
  const { store, files } = workshop();
  const record = granted(await store.put('tiny', await tinyPack(), provenance));
  const opened = granted(await store.open('tiny'));
  const [once, again] = [0, 1].map(() => granted(opened.tensor('conv1_1/kernel')));
  expect(again).toEqual(once);
  expect(again?.data).not.toBe(once?.data);
  expect(refusal(opened.tensor('conv5_1/kernel'))).toContain('conv5_1/kernel');
  files.files.delete(`encoders/${record.weights.file}`);
  expect(refusal(opened.tensor('conv1_1/kernel'))).toMatch(/^There is no file encoders/);
});

test('where nothing can be read without waiting, it is held whole', async () => {
  const { store, files } = workshop();
  const pack = await tinyPack();
  granted(await store.put('tiny', pack, provenance));
  const { open: _, ...waiting } = files;
  const opened = granted(await new EncoderStore(waiting).open('tiny'));
  files.files.clear();
  expect(numbers(opened)).toEqual(numbers(pack));
});

test('the record says where it came from, when, and what it is', async () => {
  const { store, files } = workshop();
  const record = granted(await store.put('tiny', await tinyPack(), { ...provenance, licence: 'CC0-1.0' }));
  expect(record).toMatchObject({
    name: 'tiny',
    added: '2026-02-03T00:00:00.000Z',
    licence: 'CC0-1.0',
    layers: [{ name: 'conv1_1', channels: 4 }, {}, {}, { name: 'conv3_1', channels: 8 }],
    preprocessing: { title: "BGR, 0–255, Caffe's means", offsets: [-123.68, -116.779, -103.939] },
  });
  expect(granted(await store.record('tiny'))).toEqual(record);
  expect([...files.files.keys()].sort()).toEqual([`encoders/${record.weights.file}`, 'encoders/tiny.json']);
  expect(files.files.get(`encoders/${record.weights.file}`)?.bytes.length).toBe(record.weights.bytes);
});

test('an encoder put in place of another leaves nothing of it', async () => {
  const { store, files } = workshop();
  granted(await store.put('tiny', await tinyPack(), provenance));
  const other = await tinyPack('other', torchvisionPreprocessing);
  const record = granted(await store.put('tiny', other, { ...provenance, title: 'other' }));
  expect(granted(await store.open('tiny')).facts).toEqual(other.facts);
  expect([...files.files.keys()].sort()).toEqual([`encoders/${record.weights.file}`, 'encoders/tiny.json']);
});

test('the same encoder under two names is two, and each goes by itself', async () => {
  const { store } = workshop();
  const pack = await tinyPack();
  granted(await store.put('one', pack, provenance));
  granted(await store.put('two', pack, provenance));
  granted(await store.remove('one'));
  expect(granted(await store.list()).map(({ name }) => name)).toEqual(['two']);
  expect(granted(await store.open('two')).facts).toEqual(pack.facts);
});

test.each([
  ['nothing', 0],
  ['its weights but not its record', 4000],
])('R8 with room for %s, an encoder is refused and the one before stays', async (_, more) => {
  const { store, files } = workshop();
  const before = await tinyPack();
  granted(await store.put('tiny', before, provenance));
  const kept = [...files.files].map(([path, { bytes }]) => [path, [...bytes]]);
  files.room = kept.reduce((sum, [, bytes]) => sum + (bytes?.length ?? 0), 0) + more;
  const other = await tinyPack('other', torchvisionPreprocessing);
  const refused = await store.put('tiny', other, provenance);
  expect(refusal(refused)).toMatch(/^The encoder `tiny` was not kept\. There is no room .* disk is full/);
  expect([...files.files].map(([path, { bytes }]) => [path, [...bytes]])).toEqual(kept);
  expect(granted(await store.open('tiny')).facts).toEqual(before.facts);
});

test('R8 with no room for a first encoder, nothing is kept', async () => {
  const { store, files } = workshop();
  files.room = 4000;
  expect((await store.put('tiny', await tinyPack(), provenance)).ok).toBe(false);
  expect(files.files.size).toBe(0);
});

test('R8 one flipped bit anywhere in the weights is found, and never painted with', async () => {
  const { store, files } = workshop();
  const { weights } = granted(await store.put('tiny', await tinyPack(), provenance));
  const file = files.files.get(`encoders/${weights.file}`)?.bytes ?? new Uint8Array();
  for (let at = 0; at < file.length; at += 97) {
    file[at] = (file[at] ?? 0) ^ 4;
    for (const found of [await store.open('tiny'), await store.verify('tiny')]) {
      expect(refusal(found), `byte ${at}`).toMatch(
        /^The kept encoder `tiny` is damaged and is not used: its weights are not those .* Add it again: `npx gramarye models add https:\/\/example\.org\/tiny\/model\.json --name tiny`\.$/,
      );
    }
    file[at] = (file[at] ?? 0) ^ 4;
  }
  expect((await store.verify('tiny')).ok).toBe(true);
});

test.each<[string, (files: ReturnType<typeof memoryStorage>['files'], weights: string) => void, string]>([
  ['weights cut short', (files, path) => cut(files, path, 100), 'its weights have 100 bytes in place of'],
  ['no weights', (files, path) => files.delete(path), 'its weights are gone'],
  ['a record cut short', files => cut(files, 'encoders/tiny.json', 50), 'tiny.json is no JSON'],
  ['another layer noted', files => noted(files, 'conv3_1', 'conv3_2'), 'does not belong to its weights'],
  ['another preprocessing noted', files => noted(files, '-123.68', '-1'), 'does not belong to its weights'],
  ['a path out of the folder', files => noted(files, '"file": "', '"file": "../'), 'at weights.file'],
])('R8 %s: the encoder is refused as damaged, and can be put again', async (_, damage, why) => {
  const { store, files } = workshop();
  const pack = await tinyPack();
  const { weights } = granted(await store.put('tiny', pack, provenance));
  damage(files.files, `encoders/${weights.file}`);
  const verified = await store.verify('tiny');
  expect(refusal(verified)).toContain('`tiny` is damaged');
  expect(refusal(verified)).toContain(why);
  expect(refusal(verified, 'zh')).toContain('已损坏');
  granted(await store.put('tiny', pack, provenance));
  expect(granted(await store.open('tiny')).facts).toEqual(pack.facts);
});

type Files = ReturnType<typeof memoryStorage>['files'];

function cut(files: Files, path: string, length: number): void {
  const file = files.get(path);
  if (file) file.bytes = file.bytes.slice(0, length);
}

function noted(files: Files, before: string, after: string): void {
  const file = files.get('encoders/tiny.json');
  if (!file) return;
  const text = new TextDecoder().decode(file.bytes);
  expect(text).toContain(before);
  file.bytes = new TextEncoder().encode(text.replace(before, after));
}

test('weights that were left without a record are swept an hour later, others never', async () => {
  const { store, files, clock } = workshop();
  granted(await store.put('kept', await tinyPack(), provenance));
  await files.write('encoders/lost-0123456789ab.safetensors', [new Uint8Array(9)]);
  granted(await store.put('tiny', await tinyPack(), provenance));
  expect(files.files.has('encoders/lost-0123456789ab.safetensors')).toBe(true);
  clock.now += 61 * 60 * 1000;
  granted(await store.put('tiny', await tinyPack(), provenance));
  expect(files.files.has('encoders/lost-0123456789ab.safetensors')).toBe(false);
  expect((await store.verify('kept')).ok).toBe(true);
});

test('R8 a name that nothing is kept under says what would add it', async () => {
  const { store } = workshop();
  granted(await store.put('dusk', await tinyPack(), provenance));
  expect(refusal(await store.open('vgg19'))).toContain('`npx gramarye models add vgg19` adds it');
  expect(refusal(await store.open('dust'))).toContain('`dust`. Did you mean `dusk`?');
  expect(refusal(await store.remove('dust'))).toContain('No encoder is kept under the name `dust`.');
});

test('R8 a name that is none is refused before any file is touched', async () => {
  const { store, files } = workshop();
  const pack = await tinyPack();
  for (const name of [
    '',
    '../x',
    'a/b',
    'A',
    'nul',
    'com1.x',
    'a.',
    '.a',
    'a b',
    'lite',
    'random',
    'x'.repeat(65),
  ]) {
    const refused: Message[] = [];
    for (const result of [
      await store.put(name, pack, provenance),
      await store.open(name),
      await store.verify(name),
      await store.remove(name),
    ]) {
      if (!result.ok) refused.push(result.reason);
    }
    expect(
      refused.map(({ id }) => id),
      name,
    ).toEqual(Array(4).fill(name === 'lite' || name === 'random' ? 'store.name-taken' : 'store.name'));
  }
  expect(files.files.size).toBe(0);
});
