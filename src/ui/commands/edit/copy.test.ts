import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { copy } from './copy.ts';

tryOnDefaultDocument();

test('a node is copied, a wire alone is not', () => {
  expect(refusalOf(copy)).toBe('command.no-node-selected');
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  expect(refusalOf(copy)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(copy)).toBeUndefined();
});
