import { expect, test } from 'vitest';
import { emptyDocument } from '../../graph/document.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { presetOfDocument, writeCollection } from '../../graph/share/preset.ts';
import { isCollection } from './is-collection.ts';

const preset = presetOfDocument(emptyDocument, { title: 'Ink', summary: '', tags: [] });

test('a collection of presets is known by its beginning, whatever its name and however it is spaced', async () => {
  const text = writeCollection([preset]);
  const spaced = JSON.stringify(JSON.parse(text));
  for (const each of [text, spaced, `\uFEFF${text}`]) expect(await isCollection(new Blob([each]))).toBe(true);
  for (const other of [serialiseDocument(emptyDocument), '', '{"format": "gramarye"}', '[]'])
    expect(await isCollection(new Blob([other]))).toBe(false);
});
