import { describe, expect, test } from 'vitest';
import { edgeIdFor, parseSource, parseTarget, targetKey, wireKey } from './ends.ts';
import { freeName, isName } from './name.ts';
import { build } from './testing/build.ts';

describe('the end of a wire', () => {
  test('is read from its text and written as the same text', () => {
    const source = parseSource('content.image');
    expect(source).toEqual({ node: 'content', port: 'image' });
    expect(source && wireKey(source)).toBe('content.image');
    const target = parseTarget('total.losses/style-2');
    expect(target).toEqual({ node: 'total', port: 'losses', slot: 'style-2' });
    expect(target && targetKey(target)).toBe('total.losses/style-2');
  });

  test('is not read from any other text', () => {
    for (const text of ['', 'a', 'a.', '.b', 'a.b.c', 'a.b/c', 'a b.c', 'ä.b', '1.b', 'a.__proto__']) {
      expect(parseSource(text)).toBeUndefined();
    }
    for (const text of ['a.b/', 'a.b/c/d', 'a/b', 'a.b/c.d']) expect(parseTarget(text)).toBeUndefined();
  });
});

test('a wire is named after the input that it enters, counted on only where another wire took the name', () => {
  const document = build({ a: 'image', out: 'output' }, ['a.image → out.image']);
  const to = { node: 'out', port: 'image' };
  expect(edgeIdFor(document, to)).toBe('out.image');
  const edge = { from: { node: 'a', port: 'image' }, to: { node: 'other', port: 'image' } };
  expect(edgeIdFor({ ...document, edges: { 'out.image': edge } }, to)).toBe('out.image-2');
});

describe('a name', () => {
  test('begins with a letter and has nothing that a path, a shell or a key would have to escape', () => {
    for (const name of ['a', 'style-2', 'relu1_1', 'styleTaps', 'x'.repeat(64)])
      expect(isName(name)).toBe(true);
    for (const name of ['', '2', '-a', 'a.b', 'a/b', 'a b', 'ß', 'x'.repeat(65), 'constructor']) {
      expect(isName(name)).toBe(false);
    }
  });

  test('is made free by counting', () => {
    const taken = new Set(['style', 'style-2']);
    expect(freeName('style', name => taken.has(name))).toBe('style-3');
    expect(freeName('gram', name => taken.has(name))).toBe('gram');
  });

  test('is made of any wish', () => {
    for (const wish of ['', '...', '风格', '2nd style!', 'constructor', 'x'.repeat(500)]) {
      expect(isName(freeName(wish, () => false))).toBe(true);
    }
  });
});
