import { expect, test } from 'vitest';
import { paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { savePictureCommands } from './save-picture.ts';

tryOnDefaultDocument();

test('a picture is saved in any format once one is painted', () => {
  expect(new Set(savePictureCommands.map(command => refusalOf(command)))).toEqual(
    new Set(['editor.loading']),
  );
  paintingGoesOn();
  expect(new Set(savePictureCommands.map(command => refusalOf(command)))).toEqual(new Set([undefined]));
});
