import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { group } from './group.ts';

tryOnDefaultDocument();

test('a frame is drawn around nodes, not around wires', () => {
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  expect(refusalOf(group)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(group)).toBeUndefined();
});
