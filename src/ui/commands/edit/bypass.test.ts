import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { isOnNow, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { bypass } from './bypass.ts';

tryOnDefaultDocument();

test('every selected node is bypassed, and none when all were', async () => {
  expect(refusalOf(bypass)).toBe('command.no-node-selected');
  select({ nodes: new Set(['contentSize', 'styleSize']) });
  expect(isOnNow(bypass)).toBe(false);
  const { nodes } = await tried(bypass);
  expect([nodes.contentSize?.flow, nodes.styleSize?.flow]).toEqual(['bypassed', 'bypassed']);
  expect(isOnNow(bypass)).toBe(true);
  expect((await tried(bypass)).nodes.contentSize?.flow).toBeUndefined();
});
