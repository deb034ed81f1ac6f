import { expect, test } from 'vitest';
import { openDocument, select } from '../../state/editor.ts';
import { nameOf, refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { addBend } from './add-bend.ts';

tryOnDefaultDocument();

test('one wire is bent, several are not', () => {
  expect(refusalOf(addBend)).toBe('command.no-wire-selected');
  const [wire = '', ...others] = Object.keys(openDocument().edges);
  select({ edges: new Set([wire, ...others]) });
  expect(refusalOf(addBend)).toBe('command.no-wire-selected');
  select({ edges: new Set([wire]) });
  expect(refusalOf(addBend)).toBeUndefined();
});

test('on a wire it says where the bend will be', () => {
  const [id = ''] = Object.keys(openDocument().edges);
  expect(nameOf(addBend)).toBe('Add a bend');
  expect(nameOf(addBend, { type: 'wire', id, at: { x: 0, y: 0 } })).toBe('Add a bend here');
});
