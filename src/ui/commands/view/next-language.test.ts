import { expect, test } from 'vitest';
import { useSettings } from '../../state/settings.ts';
import { tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { nextLanguage } from './next-language.ts';

tryOnDefaultDocument();

test('the page speaks the other language, and the first again', async () => {
  await tried(nextLanguage);
  expect(useSettings.getState().language).toBe('zh');
  await tried(nextLanguage);
  expect(useSettings.getState().language).toBe('en');
});
