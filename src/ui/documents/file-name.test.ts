import { expect, test } from 'vitest';
import { fileTitle, suggestedFileName } from './file-name.ts';

test('a file is called what its document is called, and the other way round', () => {
  expect(suggestedFileName('Gatys 2015')).toBe('Gatys 2015.gramarye.json');
  expect(fileTitle('Gatys 2015.gramarye.json')).toBe('Gatys 2015');
  expect(fileTitle('lake.json')).toBe('lake');
});

test('what no disk takes is left out', () => {
  expect(suggestedFileName('content/style: 1:10?')).toBe('content style 1 10.gramarye.json');
  expect(suggestedFileName('星空')).toBe('星空.gramarye.json');
});
