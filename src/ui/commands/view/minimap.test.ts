import { expect, test } from 'vitest';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { minimap } from './minimap.ts';

tryOnDefaultDocument();

test('the minimap is shown and put away', async () => {
  expect(isOnNow(minimap)).toBe(false);
  await tried(minimap);
  expect(isOnNow(minimap)).toBe(true);
  await tried(minimap);
  expect(isOnNow(minimap)).toBe(false);
});
