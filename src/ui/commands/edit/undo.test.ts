import { expect, test } from 'vitest';
import { openDocument } from '../../state/editor.ts';
import { nameOf, prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { undo } from './undo.ts';

tryOnDefaultDocument();

test('what was done last is said and undone, and nothing where nothing was done', async () => {
  expect(refusalOf(undo)).toBe('command.nothing-to-undo');
  expect(nameOf(undo)).toBe('Undo');
  const before = openDocument();
  prepare({ type: 'set-parameter', node: 'styleLoss', param: 'weight', value: 3 });
  expect(refusalOf(undo)).toBeUndefined();
  expect(nameOf(undo)).toBe('Undo: Prepared');
  expect(await tried(undo)).toEqual(before);
});
