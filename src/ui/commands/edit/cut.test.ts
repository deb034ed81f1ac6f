import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { cut } from './cut.ts';

tryOnDefaultDocument();

test('a node is cut, a wire alone is not', () => {
  expect(refusalOf(cut)).toBe('command.no-node-selected');
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  expect(refusalOf(cut)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(cut)).toBeUndefined();
});
