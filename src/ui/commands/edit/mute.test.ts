import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { isOnNow, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { mute } from './mute.ts';

tryOnDefaultDocument();

test('every selected node is muted, and none when all were', async () => {
  expect(refusalOf(mute)).toBe('command.no-node-selected');
  select({ nodes: new Set(['contentSize', 'styleSize']) });
  expect(isOnNow(mute)).toBe(false);
  const { nodes } = await tried(mute);
  expect([nodes.contentSize?.flow, nodes.styleSize?.flow]).toEqual(['muted', 'muted']);
  expect(isOnNow(mute)).toBe(true);
  expect((await tried(mute)).nodes.contentSize?.flow).toBeUndefined();
});
