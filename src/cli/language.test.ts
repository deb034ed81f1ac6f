import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test('what is asked for goes before what the environment says', () => {
  expect(languageOf(['render', '--language', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(languageOf(['--language=zh', 'check'], {})).toBe('zh');
});

test('the environment is read as every program reads it', () => {
  expect(languageOf([], { LANG: 'zh_TW' })).toBe('zh');
  expect(languageOf([], { LANG: 'zh_CN', LC_ALL: 'C' })).toBe('en');
  expect(languageOf([], { LANG: 'de_DE', LC_MESSAGES: 'zh_CN' })).toBe('zh');
  expect(languageOf([], {})).toBe('en');
});

test('a language that nobody speaks here is left to the parser to refuse', () => {
  expect(languageOf(['--language', 'tlh'], {})).toBe('en');
});
