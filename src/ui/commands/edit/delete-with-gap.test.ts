import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { removeWithGap } from './delete-with-gap.ts';

tryOnDefaultDocument();

test('only a node leaves a gap', () => {
  expect(refusalOf(removeWithGap)).toBe('command.no-node-selected');
  select({ edges: new Set(Object.keys(openDocument().edges)) });
  expect(refusalOf(removeWithGap)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(removeWithGap)).toBeUndefined();
});
