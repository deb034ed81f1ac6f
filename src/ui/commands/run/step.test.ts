import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { step } from './step.ts';

tryOnDefaultDocument();

test('an iteration is made once there is a painting', () => {
  expect(refusalOf(step)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(step)).toBeUndefined();
});
