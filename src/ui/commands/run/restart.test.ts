import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { restart } from './restart.ts';

tryOnDefaultDocument();

test('a painting begins again once there is one', () => {
  expect(refusalOf(restart)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(restart)).toBeUndefined();
});
