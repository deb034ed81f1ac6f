import { expect, test } from 'vitest';
import { gatys } from '../../nodes/testing/graphs.ts';
import { followsPicture } from './follows-picture.ts';

test('what the picture feeds changes with it, what the style and the content feed does not', () => {
  const document = gatys();
  const follows = (node: string) => followsPicture(document, node);
  expect(['pictureTaps', 'pictureGram', 'styleLoss', 'total'].map(follows)).toEqual([true, true, true, true]);
  expect(['styleTaps', 'styleGram', 'contentTaps', 'picture'].map(follows)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('an optimiser’s result stands still', () => expect(followsPicture(gatys(), 'output')).toBe(false));
