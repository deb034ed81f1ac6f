import { expect, test } from 'vitest';
import { select, useEditor } from '../../state/editor.ts';
import { refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { nextWire } from './next-wire.ts';

tryOnDefaultDocument();

test('the wires of one node are selected one after another, and the first again', async () => {
  expect(refusalOf(nextWire)).toBe('command.select-one-node');
  select({ nodes: new Set(['content', 'style']) });
  expect(refusalOf(nextWire)).toBe('command.select-one-node');
  select({ nodes: new Set(['contentSize']) });
  const seen: (string | undefined)[] = [];
  for (let times = 0; times < 4; times++) {
    const { edges } = await tried(nextWire);
    const [wire = ''] = useEditor.getState().selection.edges;
    seen.push(edges[wire]?.to.node);
  }
  expect(seen).toEqual(['contentSize', 'contentTaps', 'picture', 'contentSize']);
});
