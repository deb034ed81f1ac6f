import { expect, test } from 'vitest';
import { emptyDocument, type GraphNode } from '../../graph/document.ts';
import { ownPictures } from './references.ts';

const node = (kind: string, params: GraphNode['params']): GraphNode => ({
  kind,
  version: 1,
  params,
  position: { x: 0, y: 0 },
});

test('pictures of one’s own are named once each, painted masks too; samples, encoders and unknown kinds are none', () => {
  const document = {
    ...emptyDocument,
    nodes: {
      a: node('image', { source: 'file:lake.jpg' }),
      b: node('image', { source: 'file:lake.jpg' }),
      c: node('image', { source: 'sample:old-town' }),
      d: node('image', {}),
      e: node('encoder', { weights: 'file:vgg.h5' }),
      f: node('from-the-future', { source: 'file:x.jpg' }),
      g: node('mask', { from: 'painted', painted: 'file:mask.png' }),
      h: node('mask', { painted: 'none' }),
    },
  };
  expect(ownPictures(document)).toEqual(['file:lake.jpg', 'file:mask.png']);
});
