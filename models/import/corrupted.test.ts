/** Broken folders by the hundred, made from one that is whole: each is refused in a sentence, none throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { torchvisionPreprocessing } from '../preprocessing.ts';
import {
  jsonBytes,
  memoryFolder,
  type TinyFolder,
  type TinyManifest,
  tinyModel,
} from '../testing/tiny-model.ts';
import { readTfjsLayersModel } from './tfjs-layers-model.ts';

type Damage = (manifest: TinyManifest, folder: TinyFolder) => void;

const entries = 8;
const shards = 4;

const shardName = (manifest: TinyManifest, index: number): string =>
  manifest.weightsManifest[0]?.paths[index] ?? '';

/** Changes one field of one tensor in the manifest. */
const entryWith =
  (index: number, change: object): Damage =>
  manifest =>
    Object.assign(manifest.weightsManifest[0]?.weights[index] ?? {}, change);

const index = fc.nat(entries - 1);
const shard = fc.nat(shards - 1);

const notAShape = fc.oneof(
  fc.constantFrom<unknown>(null, 'big', {}, [1.5], [-1], [3, 3, 3], [], [0], [2 ** 40], Array(9).fill(1)),
  fc.array(fc.integer({ min: 9, max: 1e9 }), { minLength: 1, maxLength: 8 }),
);

/** Every damage to a shard changes how many bytes there are, or makes a number that is none. */
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(index, notAShape).map(([at, shape]) => entryWith(at, { shape })),
  fc.tuple(index, fc.string()).map(([at, name]) => entryWith(at, { name })),
  fc
    .tuple(
      index,
      fc.oneof(fc.constantFrom('int32', 'bool', 'string', 'complex64', '__proto__'), fc.integer()),
    )
    .map(([at, dtype]) => entryWith(at, { dtype })),
  fc
    .tuple(
      index,
      fc.constantFrom<unknown>(null, 8, {}, { dtype: 'uint8' }, { dtype: 'uint4', scale: 1, min: 0 }),
    )
    .map(([at, quantization]) => entryWith(at, { quantization })),
  fc
    .tuple(index, fc.constantFrom('uint8', 'uint16', 'float16'))
    // Half the bytes or fewer are claimed than there are.
    .map(([at, dtype]) => entryWith(at, { quantization: { dtype, scale: 1, min: 0 } })),
  fc.tuple(index).map(
    ([at]): Damage =>
      manifest =>
        manifest.weightsManifest[0]?.weights.splice(at, 1),
  ),
  shard.map(
    (at): Damage =>
      (manifest, folder) =>
        folder.delete(shardName(manifest, at)),
  ),
  shard.map(
    (at): Damage =>
      manifest =>
        manifest.weightsManifest[0]?.paths.splice(at, 1),
  ),
  fc.tuple(shard, fc.nat(500)).map(
    ([at, length]): Damage =>
      (manifest, folder) => {
        const name = shardName(manifest, at);
        folder.set(name, folder.get(name)?.slice(0, length) ?? new Uint8Array());
      },
  ),
  fc.tuple(shard, fc.integer({ min: 1, max: 5000 })).map(
    ([at, more]): Damage =>
      (manifest, folder) => {
        const name = shardName(manifest, at);
        folder.set(name, new Uint8Array([...(folder.get(name) ?? []), ...new Uint8Array(more)]));
      },
  ),
  fc.tuple(shard, fc.nat(40)).map(
    ([at, word]): Damage =>
      (manifest, folder) => {
        folder.get(shardName(manifest, at))?.fill(0xff, word * 4, word * 4 + 4);
      },
  ),
  fc
    .tuple(
      shard,
      fc.constantFrom('../x', '/x', 'http://x/y', '', '.', 'a\\b', '%2e%2e/x', 'x\0', 'nowhere.bin'),
    )
    .map(
      ([at, path]): Damage =>
        manifest =>
          manifest.weightsManifest[0]?.paths.splice(at, 1, path),
    ),
  fc
    .tuple(
      fc.constantFrom('weightsManifest', 'format'),
      fc.constantFrom<unknown>(null, 5, [], [[]], { length: 3 }),
    )
    .map(
      ([field, value]): Damage =>
        manifest =>
          Object.assign(manifest, { [field]: value }),
    ),
);

/** The whole model in ways that only bytes can be broken. */
const brokenText = fc
  .tuple(fc.nat(400), fc.nat(255))
  .map(([length, byte]) => new Uint8Array([...jsonBytes(tinyModel().manifest).slice(0, length), byte]));

async function said(folder: TinyFolder): Promise<string | undefined> {
  const options = { preprocessing: torchvisionPreprocessing, title: () => 'tiny' };
  const opened = await readTfjsLayersModel(memoryFolder(folder), options);
  return opened.ok ? undefined : `${say(opened.reason)}\n${say(opened.reason, 'zh')}`;
}

/** Two sentences, one in each language, about a file, with nothing of a program in them. */
function expectSentences(text: string | undefined): void {
  expect(text).toBeDefined();
  expect(text).toMatch(/^[^\n]*(model\.json|\.bin|weights file)[^\n]*\.\n[^\n]*。$/u);
  expect(text).not.toMatch(/undefined|NaN|\[object|Error|\{\w+\}/);
}

test('D5 five hundred damaged folders are refused, each in a sentence', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(damages, async damage => {
      const { manifest, folder } = tinyModel();
      damage(manifest, folder);
      const text = await said(folder.set('model.json', jsonBytes(manifest)));
      expectSentences(text);
      kinds.add((text ?? '').replace(/\S*\d\S*/g, '').slice(0, 30));
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(kinds.size).toBeGreaterThan(12);
});

test('D5 a manifest that is cut short or garbled is refused', async () => {
  await fc.assert(
    fc.asyncProperty(brokenText, async text => {
      expectSentences(await said(tinyModel().folder.set('model.json', text)));
    }),
    { numRuns: 100, seed: 2 },
  );
});

test('D5 any JSON at all in place of the manifest is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async json => {
      expectSentences(await said(tinyModel().folder.set('model.json', new TextEncoder().encode(json))));
    }),
    { numRuns: 100, seed: 3 },
  );
});
