import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { readRecipe, writeRecipe } from './recipe.ts';
import { reasonsOf, smallJpeg, someRecipe } from './testing/shared.ts';

test('a recipe comes back as it was, whatever its document (D1)', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      const recipe = { ...someRecipe, document, included: { 'file:cat.jpg': smallJpeg } };
      expect(readRecipe(writeRecipe(recipe))).toEqual({ ok: true, value: { ...recipe, repairs: [] } });
    }),
    { numRuns: 50 },
  );
});

test('behind its first line stands the graph file as it would be saved', () => {
  const text = writeRecipe(someRecipe);
  const file = text.slice(text.indexOf('\n') + 1);
  expect(file).toBe(serialiseDocument(someRecipe.document));
  expect(parseDocument(file).ok).toBe(true);
});

test('D5 a recipe that is not as it should be is refused with its reason', () => {
  const text = writeRecipe(someRecipe);
  const refusal = (altered: string) => reasonsOf(readRecipe(altered)).join(' ');
  expect(refusal('')).toMatch(/damaged/);
  expect(refusal(text.slice(1))).toMatch(/damaged/);
  expect(refusal(text.replace('"version":1', '"version":2'))).toMatch(/newer Gramarye/);
  expect(refusal(text.replace('"repeatable":true', '"repeatable":1'))).toMatch(/`repeatable`/);
  expect(refusal(text.replace('"iterations":200', '"iterations":-1'))).toMatch(/`painted.adam.iterations`/);
  expect(refusal(text.replace('"kind": "optimiser"', '"kind": 3'))).toMatch(/nodes.adam.kind/);
});

test('D5 included images are small JPEGs and nothing else', () => {
  const withImage = (url: string) => readRecipe(writeRecipe({ ...someRecipe, included: { a: url } })).ok;
  expect(withImage(smallJpeg)).toBe(true);
  expect(withImage('https://example.org/cat.jpg')).toBe(false);
  expect(withImage(smallJpeg.replace('image/jpeg', 'image/svg+xml'))).toBe(false);
  expect(withImage(`data:image/jpeg;base64,${btoa('<script>')}`)).toBe(false);
  const bytes = Uint8Array.from(atob(smallJpeg.split(',')[1] ?? ''), char => char.charCodeAt(0));
  const frame = bytes.findIndex((byte, at) => byte === 0xff && (bytes[at + 1] ?? 0) === 0xc2);
  bytes.set([0xff, 0xff], frame + 5);
  expect(withImage(`data:image/jpeg;base64,${btoa(String.fromCharCode(...bytes))}`)).toBe(false);
});
