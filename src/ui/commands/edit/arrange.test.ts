import { expect, test } from 'vitest';
import { openDocument } from '../../state/editor.ts';
import { prepare, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { arrange } from './arrange.ts';

tryOnDefaultDocument();

test('one node alone is not arranged', () => {
  expect(refusalOf(arrange)).toBeUndefined();
  const { nodes } = openDocument();
  for (const id of Object.keys(nodes).slice(1)) prepare({ type: 'remove-node', id });
  expect(refusalOf(arrange)).toBe('command.no-nodes');
});
