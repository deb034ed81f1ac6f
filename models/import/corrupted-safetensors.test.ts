/**
 * Damaged safetensors files by the hundred. The rule: each is refused in a sentence, or every weight that comes
 * out is the number that stands at its place in the file. Nothing between: a header that was changed is noticed
 * unless it says the same, and a number that was changed is another number.
 */
import { expect, test } from 'vitest';
import { tensorNames } from '../encoder-pack.ts';
import { granted } from '../testing/outcome.ts';
import type { ByteSource } from './byte-source.ts';
import { bytesSource } from './bytes-source.ts';
import { type ImportedEncoder, importEncoder } from './import-encoder.ts';
import { preprocessingMetadata } from './safetensors/own-names.ts';
import { writeSafetensors } from './safetensors/write.ts';
import { customPreprocessing } from './stated-preprocessing.ts';
import { damaged } from './testing/damage.ts';
import { expectSentences } from './testing/sentences.ts';
import { dense, safetensorsFile, torchvisionTensors, vggWeights } from './testing/vgg-weights.ts';

const weights = vggWeights();
const preprocessing = customPreprocessing({ order: 'rgb', scale: 1, mean: [0, 0, 0], std: [1, 1, 1] });

const torchvision = safetensorsFile([
  dense('classifier.0.weight', 4000),
  ...torchvisionTensors(weights),
  dense('pre_logits.weight', 4000),
]);
const ours = new Uint8Array(
  Buffer.concat(writeSafetensors(weights, preprocessingMetadata(preprocessing.applied))),
);
const headerEnd = (file: Uint8Array<ArrayBuffer>): number =>
  8 + Number(new DataView(file.buffer).getBigUint64(0, true));

/** The file, and the longest piece that was asked of it. */
function watched(bytes: Uint8Array): { source: ByteSource; longest: () => number } {
  const source = bytesSource(bytes, 'net.safetensors');
  let longest = 0;
  return {
    source: {
      ...source,
      // Only what is wanted is read of it, as over the network.
      remote: true,
      read: (start, length, onBytes) => {
        longest = Math.max(longest, length);
        return source.read(start, length, onBytes);
      },
    },
    longest: () => longest,
  };
}

const read = async (bytes: Uint8Array): Promise<ImportedEncoder | string> => {
  const { source, longest } = watched(bytes);
  const imported = await importEncoder(source, { preprocessing, deepest: 'conv5_4' });
  // A file that lies about its sizes makes nobody reserve more than a header or a piece.
  expect(longest()).toBeLessThanOrEqual(8 * 2 ** 20);
  if (imported.ok) return imported.value;
  return expectSentences(imported.reason, 'net.safetensors');
};

/** The weights as they stand in `file`, of which only numbers were changed. */
const placesOf = async (whole: Uint8Array<ArrayBuffer>): Promise<(file: Uint8Array) => Promise<boolean>> => {
  const begin = headerEnd(whole);
  const unharmed = granted(await importEncoder(bytesSource(whole, 'a'), { preprocessing }));
  expect(unharmed.pack.facts.layers.length).toBeGreaterThan(0);
  return async file => {
    const mended = file.slice();
    mended.set(whole.subarray(0, begin));
    const expected = await read(mended);
    const found = await read(file);
    if (typeof expected === 'string' || typeof found === 'string') return false;
    return tensorNames(found.pack.facts.layers).every(name => {
      const [a, b] = [granted(found.pack.tensor(name)), granted(expected.pack.tensor(name))];
      return a.data.every((number, index) => Object.is(number, b.data[index]));
    });
  };
};

test.each([
  ["torchvision's", torchvision],
  ['our own', ours],
])('D5 damaged files in %s layout', async (_, whole) => {
  const isAsInFile = await placesOf(whole);
  const sentences = new Set<string>();
  let refused = 0;
  for (let seed = 0; seed < 400; seed++) {
    // Half of them in the header, which is the smaller part and where the lies are.
    const { bytes, how } = damaged(whole, seed, 0, seed % 2 ? headerEnd(whole) : whole.length);
    const outcome = await read(bytes);
    if (typeof outcome === 'string') {
      refused++;
      sentences.add(outcome.replace(/\S*\d\S*/g, '').slice(0, 40));
    } else {
      expect(await isAsInFile(bytes), how).toBe(true);
    }
  }
  expect(refused).toBeGreaterThan(200);
  expect(sentences.size).toBeGreaterThan(5);
});

test('D5 a file that is cut short anywhere', async () => {
  for (let length = 0; length < torchvision.length; length += 97) {
    expect(typeof (await read(torchvision.slice(0, length))), `${length} bytes`).toBe('string');
  }
});

test('D5 a first number that lies', async () => {
  const lengths = [0n, 1n, 2n, 7n, BigInt(headerEnd(torchvision)), 2n ** 20n, 2n ** 20n + 1n, 10n ** 8n];
  for (const length of [...lengths, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n]) {
    const file = torchvision.slice();
    new DataView(file.buffer).setBigUint64(0, length, true);
    expect(typeof (await read(file)), `${length}`).toBe('string');
  }
});

test('D5 a header that is nested without end, between two of the same name', async () => {
  const header = new TextEncoder().encode(`{"a":${'['.repeat(2e5)}${']'.repeat(2e5)},"a":{}}`);
  const file = new Uint8Array(8 + header.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  expect(typeof (await read(file))).toBe('string');
});

test('D5 a layer of each kind of damage, put there by hand', async () => {
  const tensors = torchvisionTensors(weights);
  for (const [index, tensor] of tensors.entries()) {
    const others = tensors.filter(other => other !== tensor);
    const [first = 1, ...rest] = tensor.shape;
    const broken = [
      others,
      [...others, { ...tensor, shape: [first + 1, ...rest] }],
      [...others, { ...tensor, shape: [...tensor.shape, 1] }],
      [...others, { ...tensor, shape: [first, ...rest].toReversed() }],
      [...others, { ...tensor, dtype: 'I32' }],
      [...others, { ...tensor, dtype: 'F16' }],
      [...others, { ...tensor, bytes: tensor.bytes.slice(0, -4) }],
      [...others, { ...tensor, bytes: new Uint8Array(tensor.bytes.length).fill(0xff) }],
      [...others, { ...tensor, name: tensor.name.replace(/\d+/, '1') }],
      [...others, { ...tensor, name: `${tensor.name}s` }],
    ];
    for (const [kind, list] of broken.entries()) {
      // What reads the same from both ends is not damaged by being turned.
      if (kind === 3 && `${tensor.shape}` === `${tensor.shape.toReversed()}`) continue;
      const outcome = await read(safetensorsFile(list));
      expect(typeof outcome, `${tensor.name} (${index}), damage ${kind}`).toBe('string');
    }
  }
});
