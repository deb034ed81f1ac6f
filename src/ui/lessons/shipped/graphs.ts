/**
 * The graphs of the lessons: small enough for a laptop without a GPU. A node that does the same in several of them
 * has the same name in all, so that wires, titles and texts can be shared.
 */
import type { GraphDocument } from '../../../graph/document.ts';
import { graph, type Params, type Placed } from './graph.ts';

interface Options {
  readonly size?: number;
  /** Of the content, where there is no style; else of the style. */
  readonly layers?: readonly string[];
  readonly encoder?: Params;
  readonly optimiser?: Params;
}

const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'];

const encoderAt = (x: number, y: number, params: Params = {}): Placed => [
  'encoder',
  x,
  y,
  { weights: 'lite', pooling: 'average', ...params },
];

const contentSide = `
  content.image > contentSize.image
  contentSize.image > contentTaps.image
  encoder.encoder > contentTaps.encoder`;

const styleSide = `
  style.image > styleSize.image
  styleSize.image > styleTaps.image
  encoder.encoder > styleTaps.encoder`;

const pictureSide = `
  picture.picture > pictureTaps.image, optimiser.picture
  encoder.encoder > pictureTaps.encoder
  total.loss > optimiser.loss
  optimiser.result > output.image`;

const contentCompared = `
  pictureTaps.features > contentLoss.features
  contentTaps.features > contentLoss.target
  contentLoss.loss > total.terms/content`;

const styleCompared = `
  styleTaps.features > styleGram.features
  pictureTaps.features > pictureGram.features
  pictureGram.gram > styleLoss.statistics
  styleGram.gram > styleLoss.target
  styleLoss.loss > total.terms/style`;

interface GatysOptions extends Options {
  readonly style?: string;
  readonly contentWeight?: number;
  readonly styleWeight?: number;
}

const gatysNodes = ({
  style = 'night-sky',
  size = 128,
  contentWeight = 2,
  styleWeight = 20,
  layers = styleLayers,
  encoder,
  optimiser,
}: GatysOptions): Readonly<Record<string, Placed>> => ({
  content: ['image', 0, 0, { source: 'sample:mountain-lake' }],
  contentSize: ['resize', 250, 0, { size }],
  contentTaps: ['layer-taps', 496, 0, { layers: ['relu4_1'] }],
  contentLoss: ['content-loss', 764, 0, { weight: contentWeight }],
  encoder: encoderAt(0, 264, encoder),
  style: ['image', 0, 432, { source: `sample:${style}` }],
  styleSize: ['resize', 250, 486, { size }],
  styleTaps: ['layer-taps', 496, 486, { layers }],
  styleGram: ['gram-matrix', 764, 470],
  picture: ['picture', 250, 210],
  pictureTaps: ['layer-taps', 496, 272, { layers: styleLayers }],
  pictureGram: ['gram-matrix', 764, 300],
  styleLoss: ['style-loss', 1016, 330, { weight: styleWeight }],
  total: ['weighted-sum', 1284, 60],
  optimiser: ['optimiser', 1284, 302, { iterations: 150, ...optimiser }],
  output: ['output', 1284, 506],
});

const gatysWires = [contentSide, styleSide, pictureSide, contentCompared, styleCompared];

/** Content and style, as Gatys has it, beginning from the content. */
export const gatys = (options: GatysOptions = {}): GraphDocument =>
  graph(gatysNodes(options), 'contentSize.image > picture.start', ...gatysWires);

/** The method of Gatys, begun from what a decoder makes in one pass. */
export const quickStart = (options: GatysOptions = {}): GraphDocument =>
  graph(
    {
      ...gatysNodes(options),
      matchTaps: ['layer-taps', 496, 740, { layers: ['relu4_1'] }],
      match: ['match-statistics', 764, 720],
      decoder: ['decoder', 1016, 660],
    },
    ...gatysWires,
    `styleSize.image > matchTaps.image
     encoder.encoder > matchTaps.encoder
     contentTaps.features > match.content
     matchTaps.features > match.style
     match.features > decoder.features
     contentSize.image > decoder.like
     decoder.image > picture.start`,
  );

/** From noise, with nothing to go by but the features of the content. */
export const contentAlone = ({
  size = 128,
  layers = ['relu1_1'],
  encoder,
  optimiser,
}: Options = {}): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: 'sample:mountain-lake' }],
      contentSize: ['resize', 250, 0, { size }],
      contentTaps: ['layer-taps', 496, 0, { layers }],
      encoder: encoderAt(0, 264, encoder),
      picture: ['picture', 250, 230, { noise: 1 }],
      pictureTaps: ['layer-taps', 496, 272, { layers: styleLayers }],
      contentLoss: ['content-loss', 764, 60, { weight: 1 }],
      variation: ['total-variation', 764, 330, { weight: 0.5 }],
      total: ['weighted-sum', 1016, 100],
      optimiser: ['optimiser', 1016, 302, { iterations: 200, afterEdit: 'restart', ...optimiser }],
      output: ['output', 1284, 302],
    },
    contentSide,
    pictureSide,
    contentCompared,
    `contentSize.image > picture.start
     picture.picture > variation.image
     variation.loss > total.terms/variation`,
  );

/** From noise, with nothing to go by but the Gram matrices of the style; a content loss stands by, muted. */
export function styleAlone(): GraphDocument {
  const built = graph(
    {
      style: ['image', 0, 0, { source: 'sample:night-sky' }],
      styleSize: ['resize', 250, 0, { size: 128 }],
      styleTaps: ['layer-taps', 496, 0, { layers: styleLayers }],
      styleGram: ['gram-matrix', 764, 0],
      encoder: encoderAt(0, 264),
      picture: ['picture', 250, 250, { noise: 1 }],
      pictureTaps: ['layer-taps', 496, 300, { layers: styleLayers }],
      pictureGram: ['gram-matrix', 764, 270],
      styleLoss: ['style-loss', 1016, 0, { weight: 20 }],
      contentLoss: ['content-loss', 1016, 330, { weight: 20 }],
      total: ['weighted-sum', 1284, 0],
      optimiser: ['optimiser', 1284, 222, { iterations: 150, afterEdit: 'restart' }],
      output: ['output', 1284, 426],
    },
    styleSide,
    pictureSide,
    styleCompared,
    `styleSize.image > picture.start
     pictureTaps.features > contentLoss.features
     styleTaps.features > contentLoss.target
     contentLoss.loss > total.terms/content`,
  );
  const { contentLoss } = built.nodes;
  return contentLoss
    ? { ...built, nodes: { ...built.nodes, contentLoss: { ...contentLoss, flow: 'muted' } } }
    : built;
}

/** A picture, looked at by three depths of one encoder, and painted again from what they saw. */
export const threeDepths = (): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: 'sample:old-town' }],
      contentSize: ['resize', 250, 0, { size: 128 }],
      encoder: encoderAt(0, 270),
      shallow: ['layer-taps', 496, 0, { layers: ['relu1_1'] }],
      middle: ['layer-taps', 496, 300, { layers: ['relu3_1'] }],
      deep: ['layer-taps', 496, 600, { layers: ['relu5_1'] }],
      picture: ['picture', 250, 320, { noise: 1 }],
      pictureTaps: ['layer-taps', 250, 560, { layers: ['relu1_1', 'relu3_1', 'relu5_1'] }],
      shallowLoss: ['content-loss', 764, 0, { weight: 1 }],
      middleLoss: ['content-loss', 764, 300, { weight: 1 }],
      deepLoss: ['content-loss', 764, 600, { weight: 1 }],
      total: ['weighted-sum', 1032, 60],
      optimiser: ['optimiser', 1032, 302, { iterations: 150 }],
      output: ['output', 1032, 506],
    },
    'content.image > contentSize.image',
    'contentSize.image > shallow.image, middle.image, deep.image, picture.start',
    'encoder.encoder > shallow.encoder, middle.encoder, deep.encoder',
    pictureSide,
    ...['shallow', 'middle', 'deep'].map(
      depth => `pictureTaps.features > ${depth}Loss.features
                ${depth}.features > ${depth}Loss.target
                ${depth}Loss.loss > total.terms/${depth}`,
    ),
  );

/** Features of the content with the style's mean and deviation, and a decoder: no loop. */
export const singlePass = (): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: 'sample:mountain-lake' }],
      contentSize: ['resize', 250, 0, { size: 256 }],
      style: ['image', 0, 380, { source: 'sample:night-sky' }],
      styleSize: ['resize', 250, 420, { size: 256 }],
      encoder: encoderAt(250, 200),
      contentTaps: ['layer-taps', 500, 0, { layers: ['relu4_1'] }],
      styleTaps: ['layer-taps', 500, 330, { layers: ['relu4_1'] }],
      match: ['match-statistics', 770, 130],
      decoder: ['decoder', 1040, 60],
      output: ['output', 1040, 320],
    },
    contentSide,
    styleSide,
    `contentTaps.features > match.content
     styleTaps.features > match.style
     match.features > decoder.features
     decoder.image > output.image`,
  );
