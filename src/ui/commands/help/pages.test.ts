import { expect, test } from 'vitest';
import { useHelp } from '../../help/help-state.ts';
import { select } from '../../state/editor.ts';
import { nameOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { helpPages } from './pages.ts';

tryOnDefaultDocument();

test('the help opens at its contents, or at the node that is selected or pointed at', async () => {
  expect(nameOf(helpPages)).toBe('Help and glossary');
  await tried(helpPages);
  select({ nodes: new Set(['styleLoss']) });
  expect(nameOf(helpPages)).toBe('Help on “Style loss”');
  await tried(helpPages);
  const pointed = { type: 'node', id: 'pictureGram', at: { x: 0, y: 0 } } as const;
  expect(nameOf(helpPages, pointed)).toBe('Help on “Gram matrix”');
  await tried(helpPages, pointed);
  expect(useHelp.getState().trail).toEqual([
    { type: 'contents' },
    { type: 'node', kind: 'style-loss' },
    { type: 'node', kind: 'gram-matrix' },
  ]);
});
