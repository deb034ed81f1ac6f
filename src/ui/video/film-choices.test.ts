import { expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { gatys } from '../../nodes/testing/graphs.ts';
import { filmImages, filmOutputs } from './film-choices.ts';
import { frameSize } from './frame-source.ts';

test('frames stand in for what the picture starts from, whatever stands first in the document', () => {
  const { nodes, ...rest } = gatys();
  const { content, ...others } = nodes;
  const turned = { ...rest, nodes: { ...others, ...(content && { content }) } };
  expect(filmOutputs(turned)).toEqual(['output']);
  expect(filmImages(turned, 'output')).toEqual(['content', 'style']);
});

test('an output without an image behind it cannot paint a film', () => {
  expect(
    filmOutputs(build({ pattern: 'pattern', output: 'output' }, ['pattern.image → output.image'])),
  ).toEqual([]);
});

test('frames have sides that networks and codecs can take', () => {
  expect(frameSize({ width: 1920, height: 1080 }, 256)).toEqual({ width: 256, height: 144 });
  expect(frameSize({ width: 480, height: 641 }, 250)).toEqual({ width: 184, height: 248 });
  expect(frameSize({ width: 4000, height: 10 }, 64)).toEqual({ width: 64, height: 8 });
});
