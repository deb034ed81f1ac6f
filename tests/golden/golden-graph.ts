/** The graph whose loss, gradient and run `golden.json` holds, as a document that goes the one way through. */

import type { GraphDocument } from '../../src/graph/document.ts';
import { build } from '../../src/graph/testing/build.ts';

const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];

/**
 * L = 1·content + 20·Σ style / 5 + 0.5·tv, balanced, max pooling.
 *
 * @param optimiser The parameters of the optimiser.
 * @param start Which image the picture starts from.
 */
export function goldenGraph(
  optimiser: Readonly<Record<string, number | string | boolean>>,
  start: 'content' | 'blend',
): GraphDocument {
  return build(
    {
      content: { kind: 'image', source: 'file:content' },
      style: { kind: 'image', source: 'file:style' },
      blend: { kind: 'image', source: 'file:blend' },
      encoder: { kind: 'encoder', weights: 'folder:vgg19', pooling: 'max' },
      picture: 'picture',
      'content-taps': { kind: 'layer-taps', layers: ['relu4_2'] },
      'style-taps': { kind: 'layer-taps', layers: styleLayers },
      'picture-taps': { kind: 'layer-taps', layers: [...styleLayers, 'relu4_2'] },
      'style-gram': 'gram-matrix',
      'picture-gram': 'gram-matrix',
      'content-loss': { kind: 'content-loss', weight: 1 },
      'style-loss': {
        kind: 'style-loss',
        weight: 20,
        weights: Object.fromEntries(styleLayers.map(layer => [layer, 1 / 5])),
      },
      variation: { kind: 'total-variation', weight: 0.5 },
      total: 'weighted-sum',
      optimiser: { kind: 'optimiser', ...optimiser },
      output: 'output',
    },
    [
      `${start}.image → picture.start`,
      'content.image → content-taps.image',
      'style.image → style-taps.image',
      'picture.picture → picture-taps.image',
      'encoder.encoder → content-taps.encoder',
      'encoder.encoder → style-taps.encoder',
      'encoder.encoder → picture-taps.encoder',
      'style-taps.features → style-gram.features',
      'picture-taps.features → picture-gram.features',
      'picture-taps.features → content-loss.features',
      'content-taps.features → content-loss.target',
      'picture-gram.gram → style-loss.statistics',
      'style-gram.gram → style-loss.target',
      'picture.picture → variation.image',
      'content-loss.loss → total.terms/content',
      'style-loss.loss → total.terms/style',
      'variation.loss → total.terms/variation',
      'picture.picture → optimiser.picture',
      'total.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
}
