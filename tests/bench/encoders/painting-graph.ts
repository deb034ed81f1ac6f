/** The graph that every encoder paints: Gatys', with the weights of its preset and no total variation. */
import type { GraphDocument, ParameterValue } from '../../../src/graph/document.ts';
import { build } from '../../../src/graph/testing/build.ts';
import type { Pooling } from '../../../src/graph/wire.ts';

export const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'] as const;
const contentLayer = 'relu4_2';

export interface PaintingOrder {
  /** References of pictures, such as `file:cat.jpg`, and of an encoder, such as `random:7`. */
  readonly content: string;
  readonly style: string;
  readonly encoder: string;
  readonly pooling: Pooling;
  /** Pixels of the shorter side, of content and style alike. */
  readonly side: number;
  readonly iterations: number;
  /** Parameters of the optimiser; Adam with the node's own settings where there are none. */
  readonly optimiser?: Readonly<Record<string, ParameterValue>>;
}

/** From the content. */
export const paintingGraph = ({
  content,
  style,
  encoder,
  pooling,
  side,
  iterations,
  optimiser = { learningRate: 0.02 },
}: PaintingOrder): GraphDocument =>
  build(
    {
      contentFile: { kind: 'image', source: content },
      styleFile: { kind: 'image', source: style },
      content: { kind: 'resize', size: side, fit: 'short-side' },
      style: { kind: 'resize', size: side, fit: 'short-side' },
      encoder: { kind: 'encoder', weights: encoder, pooling },
      picture: 'picture',
      contentTaps: { kind: 'layer-taps', layers: [contentLayer] },
      styleTaps: { kind: 'layer-taps', layers: [...styleLayers] },
      pictureTaps: { kind: 'layer-taps', layers: [...styleLayers, contentLayer] },
      styleGram: 'gram-matrix',
      pictureGram: 'gram-matrix',
      contentLoss: { kind: 'content-loss', weight: 2 },
      styleLoss: { kind: 'style-loss', weight: 20 },
      total: 'weighted-sum',
      optimiser: { kind: 'optimiser', iterations, ...optimiser },
      output: 'output',
    },
    [
      'contentFile.image → content.image',
      'styleFile.image → style.image',
      'content.image → contentTaps.image',
      'encoder.encoder → contentTaps.encoder',
      'style.image → styleTaps.image',
      'encoder.encoder → styleTaps.encoder',
      'content.image → picture.start',
      'picture.picture → pictureTaps.image',
      'encoder.encoder → pictureTaps.encoder',
      'styleTaps.features → styleGram.features',
      'pictureTaps.features → pictureGram.features',
      'pictureTaps.features → contentLoss.features',
      'contentTaps.features → contentLoss.target',
      'pictureGram.gram → styleLoss.statistics',
      'styleGram.gram → styleLoss.target',
      'contentLoss.loss → total.terms/content',
      'styleLoss.loss → total.terms/style',
      'picture.picture → optimiser.picture',
      'total.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
