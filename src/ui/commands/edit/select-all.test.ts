import { expect, test } from 'vitest';
import { emptyDocument } from '../../../graph/document.ts';
import { open, useEditor } from '../../state/editor.ts';
import { prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { selectAll } from './select-all.ts';

tryOnDefaultDocument();

test('nodes, wires and notes are selected, where there is a node', async () => {
  prepare({ type: 'add-note', id: 'why', note: { text: '', position: { x: 0, y: 0 }, size } });
  const { nodes, edges } = await tried(selectAll);
  const { selection } = useEditor.getState();
  expect([...selection.nodes]).toEqual(Object.keys(nodes));
  expect([...selection.edges]).toEqual(Object.keys(edges));
  expect([...selection.notes]).toEqual(['why']);
  open('empty', emptyDocument);
  expect(refusalOf(selectAll)).toBe('command.no-nodes');
});

const size = { width: 240, height: 120 };
