import { expect, test } from 'vitest';
import { useWriting } from '../../canvas/annotations/writing.ts';
import { useEditor } from '../../state/editor.ts';
import { tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { note } from './note.ts';

tryOnDefaultDocument();

test('an empty note is added, selected and written in', async () => {
  const { notes } = await tried(note);
  expect(Object.values(notes ?? {}).map(({ text }) => text)).toEqual(['']);
  expect([...useEditor.getState().selection.notes]).toEqual(Object.keys(notes ?? {}));
  expect(useWriting.getState().at).toBeDefined();
});
