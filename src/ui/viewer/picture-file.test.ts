import { expect, test } from 'vitest';
import { fileNameOf, pictureFormats } from './picture-file.ts';

const [png = { name: '', type: '', extension: '' }] = pictureFormats;

test('a file is named after the document and the iteration', () => {
  expect(fileNameOf('Gatys 2015', 200, png)).toBe('gatys-2015-iteration-200.png');
  expect(fileNameOf('星空下的湖', 7, png)).toBe('星空下的湖-iteration-7.png');
});

test('no title makes a name that a system refuses', () => {
  expect(fileNameOf('../..\\a:b*"?', undefined, png)).toBe('a-b.png');
  expect(fileNameOf('', undefined, png)).toBe('gramarye.png');
  expect(fileNameOf('x'.repeat(300), 1, png).length).toBeLessThan(120);
});
