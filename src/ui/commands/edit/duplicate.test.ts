import { expect, test } from 'vitest';
import { wiresOf } from '../../../graph/testing/gesture.ts';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { duplicate } from './duplicate.ts';

tryOnDefaultDocument();

test('what is selected is there twice, without the wires to what is around', async () => {
  expect(refusalOf(duplicate)).toBe('command.no-node-selected');
  select({ nodes: new Set(['contentSize', 'contentTaps']) });
  const before = openDocument();
  const after = await tried(duplicate);
  expect(Object.keys(after.nodes)).toHaveLength(Object.keys(before.nodes).length + 2);
  expect(added(wiresOf(before), wiresOf(after))).toEqual(['contentSize-2.image → contentTaps-2.image']);
});

const added = (before: readonly string[], after: readonly string[]) =>
  after.filter(wire => !before.includes(wire));
