import { expect, test } from 'vitest';
import { nothingSelected, openDocument, select, useEditor } from '../../state/editor.ts';
import { refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { selectNone } from './select-none.ts';

tryOnDefaultDocument();

test('nothing is selected any more, where something was', async () => {
  expect(refusalOf(selectNone)).toBe('command.nothing-selected');
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  await tried(selectNone);
  expect(useEditor.getState().selection).toEqual(nothingSelected);
});
