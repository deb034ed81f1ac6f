import { expect, test } from 'vitest';
import { matchWords } from './match-words.ts';

const gram = (typed: string) =>
  matchWords(typed, ['Gram matrix', 'Gram 矩阵'], ['Which channels fire together']);

test('the beginning of a title, then of a word in it, then its inside, then the explanation', () => {
  const scores = [gram('gram'), gram('matrix'), gram('trix'), gram('channels'), gram('hannels')];
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(new Set(scores).size).toBe(scores.length);
  expect(scores.at(-1)).toBeGreaterThan(0);
});

test('every word has to be found, in either language, in any case', () => {
  expect(gram('MATRIX gram')).toBeGreaterThan(0);
  expect(gram('矩阵')).toBeGreaterThan(0);
  expect(gram('gram loss')).toBe(0);
  expect(gram('gmx')).toBe(0);
});

test('nothing typed matches everything', () => {
  expect(gram('  ')).toBe(1);
});
