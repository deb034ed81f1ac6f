import { expect, test } from 'vitest';
import { applyWithPatches } from '../../graph/apply.ts';
import { emptyDocument } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { NumberedDocument } from './numbered-document.ts';

const document = { ...emptyDocument, title: 'one' };
const rename = (title: string): readonly Edit[] => [{ type: 'rename-document', title }];

function opened(): NumberedDocument {
  const held = new NumberedDocument();
  expect(held.take({ number: 1, document })).toEqual({ ok: true, value: document });
  return held;
}

test('edits and patches lead on from the last state', () => {
  const held = opened();
  expect(held.take({ number: 2, since: 1, edits: rename('two') })).toMatchObject({ value: { title: 'two' } });
  const made = applyWithPatches({ ...document, title: 'two' }, rename('three'));
  const patches = made.ok ? made.value.forward : [];
  expect(held.take({ number: 5, since: 2, patches })).toMatchObject({ value: { title: 'three' } });
});

test('what leads on from another state, or cannot be applied, is refused, and nothing is changed', () => {
  const held = opened();
  const refused = [
    held.take({ number: 3, since: 2, edits: rename('three') }),
    held.take({ number: 2, since: 1, edits: [{ type: 'remove-node', id: 'nobody' }] }),
    held.take({ number: 2, since: 1, patches: [{ op: 'replace', path: ['nodes', 'a', 'b'], value: 1 }] }),
    new NumberedDocument().take({ number: 1, since: 0, edits: [] }),
  ];
  expect(refused.map(({ ok }) => ok)).toEqual([false, false, false, false]);
  expect(held.take({ number: 2, since: 1, edits: [] })).toEqual({ ok: true, value: document });
});

test('the whole document is taken whatever was before', () => {
  const held = opened();
  held.take({ number: 9, document: { ...document, title: 'nine' } });
  expect(held.take({ number: 10, since: 9, edits: [] })).toMatchObject({ value: { title: 'nine' } });
});
