import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { pin } from './pin.ts';

tryOnDefaultDocument();

test('a picture is pinned once one is painted', () => {
  expect(refusalOf(pin)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(pin)).toBeUndefined();
});
