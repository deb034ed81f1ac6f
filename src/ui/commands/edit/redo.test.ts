import { expect, test } from 'vitest';
import { openDocument, undo } from '../../state/editor.ts';
import { nameOf, prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { redo } from './redo.ts';

tryOnDefaultDocument();

test('what was undone last is said and done again, and nothing where nothing was undone', async () => {
  prepare({ type: 'set-parameter', node: 'styleLoss', param: 'weight', value: 3 });
  const after = openDocument();
  expect(refusalOf(redo)).toBe('command.nothing-to-redo');
  expect(nameOf(redo)).toBe('Redo');
  undo();
  expect(refusalOf(redo)).toBeUndefined();
  expect(nameOf(redo)).toBe('Redo: Prepared');
  expect(await tried(redo)).toEqual(after);
});
