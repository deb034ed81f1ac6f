import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { nameOf, prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { removeBend } from './remove-bend.ts';

tryOnDefaultDocument();

const via = [
  { x: 10, y: 0 },
  { x: 20, y: 0 },
  { x: 30, y: 0 },
];

test('the last bend of the selected wire is removed, or the one that is pointed at', async () => {
  const [wire = ''] = Object.keys(openDocument().edges);
  select({ edges: new Set([wire]) });
  expect(refusalOf(removeBend)).toBe('command.no-bends');
  prepare({ type: 'set-via', edge: wire, via });
  expect((await tried(removeBend)).edges[wire]?.via).toEqual(via.slice(0, 2));
  const pointed = { type: 'bend', id: wire, index: 0, at: { x: 0, y: 0 } } as const;
  expect((await tried(removeBend, pointed)).edges[wire]?.via).toEqual([via[1]]);
});

test('on a bend it says which one it means', () => {
  const [id = ''] = Object.keys(openDocument().edges);
  expect(nameOf(removeBend)).toBe('Remove the last bend');
  expect(nameOf(removeBend, { type: 'bend', id, index: 0, at: { x: 0, y: 0 } })).toBe('Remove this bend');
});
