import { expect, test } from 'vitest';
import { useTurned } from '../../nodes/formula/turned.ts';
import { select } from '../../state/editor.ts';
import { isOnNow, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { turnOverNodes } from './turn-over.ts';

tryOnDefaultDocument();

test('a node that computes is turned to its formula and back; one that does not has none', async () => {
  select({ nodes: new Set(['style']) });
  expect(refusalOf(turnOverNodes)).toBe('formula-face.none');
  select({ nodes: new Set(['style', 'styleGram']) });
  expect(isOnNow(turnOverNodes)).toBe(false);
  await tried(turnOverNodes);
  expect([...useTurned.getState().nodes]).toEqual(['styleGram']);
  expect(isOnNow(turnOverNodes)).toBe(true);
  await tried(turnOverNodes);
  expect(isOnNow(turnOverNodes)).toBe(false);
});
