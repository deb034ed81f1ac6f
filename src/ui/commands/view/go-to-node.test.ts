import { expect, test } from 'vitest';
import { emptyDocument } from '../../../graph/document.ts';
import { open } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { goToNode } from './go-to-node.ts';

tryOnDefaultDocument();

test('an empty graph has no node to go to', () => {
  expect(refusalOf(goToNode)).toBeUndefined();
  open('empty', emptyDocument);
  expect(refusalOf(goToNode)).toBe('command.no-nodes');
});
