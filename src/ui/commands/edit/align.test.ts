import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { alignCommands } from './align.ts';

tryOnDefaultDocument();

test('two things are lined up, one is not', () => {
  select({ nodes: new Set(['style']) });
  expect(new Set(alignCommands.map(command => refusalOf(command)))).toEqual(new Set(['command.select-more']));
  select({ nodes: new Set(['style', 'content']) });
  expect(new Set(alignCommands.map(command => refusalOf(command)))).toEqual(new Set([undefined]));
});
