import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { distributeCommands } from './distribute.ts';

tryOnDefaultDocument();

test('three things have gaps between them that can be equal, two have not', () => {
  select({ nodes: new Set(['style', 'content']) });
  expect(distributeCommands.map(command => refusalOf(command))).toEqual([
    'command.select-more',
    'command.select-more',
  ]);
  select({ nodes: new Set(['style', 'content', 'picture']) });
  expect(distributeCommands.map(command => refusalOf(command))).toEqual([undefined, undefined]);
});
