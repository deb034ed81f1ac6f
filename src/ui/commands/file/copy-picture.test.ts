import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { copyPicture } from './copy-picture.ts';

tryOnDefaultDocument();

test('a picture is copied once one is painted', () => {
  expect(refusalOf(copyPicture)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(copyPicture)).toBeUndefined();
});
