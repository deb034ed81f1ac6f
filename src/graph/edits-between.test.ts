import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from './apply.ts';
import type { GraphDocument } from './document.ts';
import { editsBetween } from './edits-between.ts';
import { anyDocument } from './testing/arbitrary.ts';
import { build } from './testing/build.ts';

/** What edits can change of a document. */
const parts = ({ title, nodes, edges, frames = {}, notes = {} }: GraphDocument) => ({
  title,
  nodes,
  edges,
  frames,
  notes,
});

test('the edits between two documents lead from the one to the other, whatever they are', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (from, to) => {
      const applied = applyEdits(from, editsBetween(from, to));
      expect(applied.ok && parts(applied.value)).toEqual(parts(to));
    }),
  );
});

test('what is the same in both is not touched', () => {
  const from = build({ style: { kind: 'image', source: 'a' }, taps: 'layer-taps' }, [
    'style.image → taps.image',
  ]);
  const to = structuredClone(
    build({ style: { kind: 'image', source: 'b' }, taps: 'layer-taps' }, ['style.image → taps.image']),
  );
  expect(editsBetween(from, structuredClone(from))).toEqual([]);
  expect(editsBetween(from, to)).toEqual([
    { type: 'set-parameter', node: 'style', param: 'source', value: 'b' },
  ]);
});
