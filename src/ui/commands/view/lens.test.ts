import { expect, test } from 'vitest';
import { emptyDocument } from '../../../graph/document.ts';
import { useLens } from '../../lenses/lens-state.ts';
import { open, openDocument, select } from '../../state/editor.ts';
import { oneOf, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { lensCommands } from './lens.ts';

tryOnDefaultDocument();

const channels = oneOf(lensCommands, 'view.lens-channels');

test('a lens opens on the node that is meant, where it suits that', async () => {
  select({ nodes: new Set(['style']) });
  expect(refusalOf(channels)).toBe('lens-window.nothing-here');
  select({ nodes: new Set(['styleTaps']) });
  await tried(channels);
  expect(useLens.getState().open).toEqual({ lens: 'channels', node: 'styleTaps' });
  await tried(channels, { type: 'node', id: 'pictureTaps', at: { x: 0, y: 0 } });
  expect(useLens.getState().open?.node).toBe('pictureTaps');
});

test('with no node or several meant, it opens on the first that it suits', async () => {
  await tried(channels);
  const first = useLens.getState().open?.node;
  expect(openDocument().nodes[first ?? '']?.kind).toBe('layer-taps');
  select({ nodes: new Set(['style', 'content']) });
  await tried(channels);
  expect(useLens.getState().open?.node).toBe(first);
  open('empty', emptyDocument);
  expect(refusalOf(channels)).toBe('lens-window.nothing-here');
});
