/**
 * More than ten thousand files, links, pictures and collections that were damaged on their way, by chance or by
 * intent: each is refused with its reasons, or opened as a document that could be saved. Seeded, so that
 * what fails once fails again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import type { GraphDocument } from '../document.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import type { Problem } from '../problem.ts';
import { toBase64Url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { deflated } from './deflate.ts';
import { readLink, writeLink } from './link.ts';
import { chunk, letters, pngOf } from './png/chunks.ts';
import { recipeInPng, withRecipe } from './png/recipe-in-png.ts';
import { textChunk } from './png/text-chunk.ts';
import { readCollection, writeCollection } from './preset.ts';
import { writeRecipe } from './recipe.ts';
import { smallJpeg, someRecipe } from './testing/shared.ts';

const folder = new URL('../../../tests/fixtures/documents/schema-1/', import.meta.url);
const files = readdirSync(folder).map(name => readFileSync(new URL(name, folder), 'utf8'));
const documents = files.map(text => {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(text.slice(0, 80));
  return parsed.value.document;
});

/** What readers stumble over: other types, other sizes, other meanings. */
const spanners = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '-1',
  '1e999',
  '""',
  '[]',
  '{}',
  '"__proto__"',
  '\\',
  '\u0000',
  '\uD800',
  '<script>',
  '9'.repeat(400),
  '[['.repeat(40),
  ' ',
];

const draw = (random: ReturnType<typeof mersenne>, below: number): number => uniformInt(random, 0, below - 1);
const pick = <T>(random: ReturnType<typeof mersenne>, items: readonly T[]): T =>
  items[draw(random, items.length)] as T;

/** Some places of `text` cut out, doubled, exchanged or replaced. */
function damagedText(text: string, seed: number): string {
  const random = mersenne(seed);
  let damaged = text;
  for (let times = 1 + draw(random, 4); times > 0; times--) {
    const at = draw(random, damaged.length + 1);
    const length = draw(random, 30);
    const [before, cut, after] = [
      damaged.slice(0, at),
      damaged.slice(at, at + length),
      damaged.slice(at + length),
    ];
    damaged = pick(random, [
      () => before + after,
      () => before + cut + cut + after,
      () => before + pick(random, spanners) + after,
      () => before + pick(random, spanners) + cut + after,
      () => before,
      () => withOtherValue(damaged, random),
    ])();
  }
  return damaged;
}

/** Still JSON: one value is another, so that what is checked behind the parser is reached. */
function withOtherValue(text: string, random: ReturnType<typeof mersenne>): string {
  const values = [...text.matchAll(/(?<=: )("[^"\n]*"|-?[\d.]+|true|false|null)/g)];
  const value = values.length > 0 ? pick(random, values) : undefined;
  if (!value) return text;
  const other = pick(random, ['null', '-1', '1e300', '"x"', '[]', '{}', 'true', '"a.b/c"', '"constructor"']);
  return text.slice(0, value.index) + other + text.slice(value.index + value[0].length);
}

function damagedBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const random = mersenne(seed);
  const damaged = [...bytes];
  for (let times = 1 + draw(random, 6); times > 0; times--) {
    const at = draw(random, damaged.length + 1);
    pick(random, [
      () => damaged.splice(at, 1, draw(random, 256)),
      () => damaged.splice(at, draw(random, 20)),
      () => damaged.splice(at, 0, ...damaged.slice(at, at + draw(random, 20))),
      () => damaged.splice(at),
    ])();
  }
  return Uint8Array.from(damaged);
}

/** Refused with a sentence, or a document that comes back from its file as it is. */
function expectSound(read: Read): 'opened' | 'refused' {
  if (read.ok) {
    const text = serialiseDocument(read.value.document);
    const again = parseDocument(text);
    expect(again.ok && again.value.repairs).toEqual([]);
    expect(again.ok && serialiseDocument(again.value.document)).toBe(text);
    return 'opened';
  }
  expect(read.reason.length).toBeGreaterThan(0);
  for (const { reason } of read.reason) if (say(reason) === '') throw new Error(`${reason.id} says nothing.`);
  return 'refused';
}

type Read = Result<{ readonly document: GraphDocument }, readonly Problem[]>;

const linkOf = (parcel: string): string => {
  const body = deflated(parcel, 'raw');
  const sum = new DataView(new ArrayBuffer(4));
  sum.setUint32(0, crc32(body));
  return `g1.${toBase64Url(new Uint8Array([...new Uint8Array(sum.buffer), ...body]))}`;
};

const pixels = pngOf(chunk('IHDR', new Uint8Array(13)), chunk('IDAT', letters('pixels')), chunk('IEND'));
const header = chunk('IHDR', new Uint8Array(13));
const links = documents.map(document => writeLink({ document }));
const parcels = files.map(text => `{ "version": 1, "shown": { "locked": true } }\n${text}`);
const recipes = documents.map(document => ({
  ...someRecipe,
  document,
  included: { 'file:a.jpg': smallJpeg },
}));
const recipeTexts = recipes.map(writeRecipe);
const pictures = recipes.map(recipe => {
  const png = withRecipe(pixels, recipe);
  if (!png.ok) throw new Error(say(png.reason));
  return png.value;
});

const oneOf = <T>(items: readonly T[], seed: number): T => items[seed % items.length] as T;

/** Each damages something as its seed says, and reads what is left of it. */
const readers: Readonly<Record<string, (seed: number) => Read>> = {
  'a file': seed => parseDocument(damagedText(oneOf(files, seed), seed)),
  'a link': seed => readLink(damagedText(oneOf(links, seed), seed)),
  'a link whose checksum holds': seed => readLink(linkOf(damagedText(oneOf(parcels, seed), seed))),
  'a picture': seed => recipeInPng(damagedBytes(oneOf(pictures, seed), seed)),
  'a picture whose checksum holds': seed =>
    recipeInPng(pngOf(header, textChunk(damagedText(oneOf(recipeTexts, seed), seed)), chunk('IEND'))),
};

const each = 2_100;
/** Milliseconds of the processor for one: nothing hangs. */
const longest = 200;
/** For all of them, on a machine that has other things to do. */
const patience = 300_000;

/** By the processor's clock: a machine that has other things to do takes no longer. */
function timed(read: () => Read): { readonly outcome: Read; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const outcome = read();
  const { user, system } = process.cpuUsage(before);
  return { outcome, milliseconds: (user + system) / 1000 };
}

test.each(Object.entries(readers))(
  'D5 %s that was damaged is refused with reasons or opens sound',
  (what, read) => {
    const outcomes = { opened: 0, refused: 0 };
    for (let seed = 0; seed < each; seed++) {
      const { outcome, milliseconds } = timed(() => read(seed));
      // What is slow again was not the garbage of others, collected just then.
      const again = milliseconds > longest ? timed(() => read(seed)).milliseconds : 0;
      expect(Math.min(milliseconds, again), `milliseconds for seed ${seed}`).toBeLessThanOrEqual(longest);
      outcomes[expectSound(outcome)]++;
    }
    // Damage that is always noticed would mean that what lies behind the first check was never tried.
    expect(outcomes.refused).toBeGreaterThan(each / 20);
    if (what !== 'a link') expect(outcomes.opened).toBeGreaterThan(each / 100);
  },
  patience,
);

test('D5 a collection that was damaged is refused with reasons or keeps sound presets only', () => {
  const texts = files.map(graph =>
    writeCollection(
      ['A', 'B'].map(title => ({
        title,
        summary: '',
        tags: ['a'],
        of: 'graph',
        graph,
        thumbnail: smallJpeg,
      })),
    ),
  );
  for (let seed = 0; seed < 300; seed++) {
    const read = readCollection(damagedText(oneOf(texts, seed), seed));
    if (!read.ok) expect(read.reason.length).toBeGreaterThan(0);
    else for (const { graph } of read.value.presets) expectSound(parseDocument(graph));
  }
});
