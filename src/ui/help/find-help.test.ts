import { expect, test } from 'vitest';
import { nodeKinds } from '../../nodes/registry.ts';
import { wordsIn } from '../language/words.ts';
import { findHelp, helpSections } from './find-help.ts';
import { defaultOf, valuesOf } from './parameter-values.ts';

const kindsIn = (sections: typeof helpSections) =>
  sections.flatMap(({ items }) => items).flatMap(({ page }) => (page.type === 'node' ? [page.kind] : []));

test('every kind of node has a page, whatever it gives', () => {
  expect(kindsIn(helpSections).toSorted()).toEqual(nodeKinds.kinds.map(({ kind }) => kind).toSorted());
});

test('a page is found by a word of either language, the one that is called so first', () => {
  for (const typed of ['gram', 'Gram 矩阵']) {
    const [first] = findHelp(typed).flatMap(({ items }) => items);
    expect(first?.title.en).toBe('Gram matrix');
  }
  expect(kindsIn(findHelp('总变分 全变差'))).toEqual([]);
  expect(kindsIn(findHelp('全变差'))).toContain('total-variation');
  expect(findHelp('zebra crossing')).toEqual([]);
});

test('what a parameter takes is said from its declaration', () => {
  const words = wordsIn('en');
  const { size, fit } = nodeKinds.get('resize')?.params ?? {};
  if (!size || !fit) throw new Error('A Resize has a size and a fit.');
  expect(valuesOf(size, words)).toBe('16 – 8192 px, whole numbers');
  expect(defaultOf(size, words)).toBe('256');
  expect(valuesOf(fit, words)).toBe('Long side · Short side · Width · Height');
  expect(defaultOf(fit, words)).toBe('Long side');
});

test('every parameter of every kind says its values in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const { kind, params } of nodeKinds.kinds) {
      for (const [name, parameter] of Object.entries(params)) {
        expect(valuesOf(parameter, wordsIn(language)), `${kind}.${name}`).not.toBe('');
      }
    }
  }
});
