import { expect, test } from 'vitest';
import { pictureReference, safeName } from './picture-reference.ts';

const free = () => false;

test('a picture is called what its file is called, in any script', () => {
  expect(pictureReference('lake.jpg', free)).toBe('file:lake.jpg');
  expect(pictureReference('星空 夜.png', free)).toBe('file:星空 夜.png');
});

test('folders, controls and marks of direction are no part of a name', () => {
  expect(safeName('C:\\photos\\lake.jpg')).toBe('lake.jpg');
  expect(safeName('../../etc/lake.jpg')).toBe('lake.jpg');
  expect(safeName('la\u202Ekegpj\n.jpg')).toBe('la kegpj .jpg');
  expect(safeName('..')).toBe('picture');
});

test('a name that is taken gets a number before its ending', () => {
  const taken = new Set(['file:lake.jpg', 'file:lake 2.jpg']);
  expect(pictureReference('lake.jpg', name => taken.has(name))).toBe('file:lake 3.jpg');
});

test('a long name keeps its ending', () => {
  const name = safeName(`${'a'.repeat(300)}.jpeg`);
  expect(name).toHaveLength(80);
  expect(name.endsWith('a.jpeg')).toBe(true);
});
