import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { straighten } from './straighten.ts';

tryOnDefaultDocument();

test('the selected wires lose all their bends, and no other does', async () => {
  const [wire = '', other = ''] = Object.keys(openDocument().edges);
  const via = [
    { x: 10, y: 0 },
    { x: 20, y: 0 },
  ];
  select({ edges: new Set([wire]) });
  expect(refusalOf(straighten)).toBe('command.no-bends');
  prepare({ type: 'set-via', edge: wire, via }, { type: 'set-via', edge: other, via });
  const { edges } = await tried(straighten);
  expect(edges[wire]?.via).toBeUndefined();
  expect(edges[other]?.via).toEqual(via);
});
