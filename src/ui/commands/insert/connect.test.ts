import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { connect } from './connect.ts';

tryOnDefaultDocument();

test('a wire begins at a node', () => {
  expect(refusalOf(connect)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(connect)).toBeUndefined();
});
