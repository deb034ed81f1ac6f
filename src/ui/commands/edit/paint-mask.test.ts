import { expect, test } from 'vitest';
import type { Edit } from '../../../graph/edit.ts';
import { mask } from '../../../nodes/mask.ts';
import { usePaintedMask } from '../../masks/painting-mask.ts';
import { select } from '../../state/editor.ts';
import { prepare, refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { paintMask } from './paint-mask.ts';

tryOnDefaultDocument();

test('the one Mask node that is selected is painted', async () => {
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(paintMask)).toBe('masks.none-selected');
  prepare(...['sky', 'lake'].map(maskNode));
  select({ nodes: new Set(['sky', 'lake']) });
  expect(refusalOf(paintMask)).toBe('masks.none-selected');
  select({ nodes: new Set(['lake', 'styleLoss']) });
  await tried(paintMask);
  expect(usePaintedMask.getState().node).toBe('lake');
});

const maskNode = (id: string): Edit => ({
  type: 'add-node',
  id,
  node: { kind: mask.kind, version: mask.version, params: {}, position: { x: 0, y: 0 } },
});
