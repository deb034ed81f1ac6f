/**
 * The losses that AdaIN's decoder is trained by: the features that AdaIN makes of content and style as a target, and
 * the style's means and deviations (Huang and Belongie 2017, eq. 12 and 13). Our statistics have both in one matrix,
 * whose mean square is half the sum of theirs.
 */
import type { GraphDocument } from '../../../src/graph/document.ts';
import { build } from '../../../src/graph/testing/build.ts';

const layers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'];
const deepest = ['relu4_1'];

export const adainLosses: GraphDocument = build(
  {
    content: { kind: 'image', source: 'file:content.png' },
    style: { kind: 'image', source: 'file:style.png' },
    blend: { kind: 'image', source: 'file:blend.png' },
    encoder: 'encoder',
    contentTaps: { kind: 'layer-taps', layers: deepest },
    styleTaps: { kind: 'layer-taps', layers },
    pictureTaps: { kind: 'layer-taps', layers },
    fusion: 'match-statistics',
    styleMoments: 'mean-and-deviation',
    pictureMoments: 'mean-and-deviation',
    contentLoss: { kind: 'content-loss', balance: false },
    styleLoss: { kind: 'style-loss', balance: false, weight: 2 },
    total: 'weighted-sum',
    picture: 'picture',
    optimiser: 'optimiser',
    output: 'output',
  },
  [
    'content.image → contentTaps.image',
    'style.image → styleTaps.image',
    'picture.picture → pictureTaps.image',
    'encoder.encoder → contentTaps.encoder',
    'encoder.encoder → styleTaps.encoder',
    'encoder.encoder → pictureTaps.encoder',
    'contentTaps.features → fusion.content',
    'styleTaps.features → fusion.style',
    'fusion.features → contentLoss.target',
    'pictureTaps.features → contentLoss.features',
    'styleTaps.features → styleMoments.features',
    'pictureTaps.features → pictureMoments.features',
    'pictureMoments.moments → styleLoss.statistics',
    'styleMoments.moments → styleLoss.target',
    'contentLoss.loss → total.terms/content',
    'styleLoss.loss → total.terms/style',
    'blend.image → picture.start',
    'picture.picture → optimiser.picture',
    'total.loss → optimiser.loss',
    'optimiser.result → output.image',
  ],
);
