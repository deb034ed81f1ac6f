import { expect, test } from 'vitest';
import { select } from '../../state/editor.ts';
import { refusalOf, tryOnDefaultDocument } from '../testing/trying.ts';
import { fitSelection } from './fit-selection.ts';

tryOnDefaultDocument();

test('there is something to come closer to', () => {
  expect(refusalOf(fitSelection)).toBe('command.no-node-selected');
  select({ nodes: new Set(['styleLoss']) });
  expect(refusalOf(fitSelection)).toBeUndefined();
});
