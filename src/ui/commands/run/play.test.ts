import { expect, test } from 'vitest';
import { nameOf, paintingGoesOn, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { play } from './play.ts';

tryOnDefaultDocument();

test('it pauses what paints, and else paints on', () => {
  expect(refusalOf(play)).toBe('editor.loading');
  paintingGoesOn();
  expect(refusalOf(play)).toBeUndefined();
  expect(nameOf(play)).toBe('Pause');
  paintingGoesOn('paused');
  expect(nameOf(play)).toBe('Paint on');
  paintingGoesOn('done');
  expect(nameOf(play)).toBe('Paint on');
});
