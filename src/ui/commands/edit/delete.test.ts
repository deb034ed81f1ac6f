import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { remove } from './delete.ts';

tryOnDefaultDocument();

test('a node is deleted, and so is a wire alone', () => {
  expect(refusalOf(remove)).toBe('command.nothing-selected');
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  expect(refusalOf(remove)).toBeUndefined();
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(remove)).toBeUndefined();
});
