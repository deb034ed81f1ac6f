import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { sweep } from './sweep.ts';

tryOnDefaultDocument();

test('parameters are swept once there is a painting', () => {
  expect(refusalOf(sweep)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(sweep)).toBeUndefined();
});
