import { expect, test } from 'vitest';
import { openDocument, useEditor } from '../../state/editor.ts';
import { oneOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { addNodeCommands } from './node.ts';

tryOnDefaultDocument();

test('a node of the kind is added where one points, and selected', async () => {
  const command = oneOf(addNodeCommands, 'insert.node-gram-matrix');
  const before = openDocument();
  const { nodes } = await tried(command, { type: 'canvas', at: { x: 90, y: 40 } });
  const [id = '', ...others] = Object.keys(nodes).filter(one => !(one in before.nodes));
  expect(others).toEqual([]);
  expect(nodes[id]).toMatchObject({ kind: 'gram-matrix', position: { x: 90, y: 40 } });
  expect([...useEditor.getState().selection.nodes]).toEqual([id]);
});
