import { expect, test } from 'vitest';
import { wiresOf } from '../../../graph/testing/gesture.ts';
import { openDocument, select } from '../../state/editor.ts';
import { refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { duplicateWired } from './duplicate-wired.ts';

tryOnDefaultDocument();

test('what is selected is there twice, and the second takes what the first takes', async () => {
  expect(refusalOf(duplicateWired)).toBe('command.no-node-selected');
  select({ nodes: new Set(['contentTaps']) });
  const before = wiresOf(openDocument());
  const after = wiresOf(await tried(duplicateWired));
  expect(after.filter(wire => !before.includes(wire))).toEqual([
    'contentSize.image → contentTaps-2.image',
    'encoder.encoder → contentTaps-2.encoder',
  ]);
});
