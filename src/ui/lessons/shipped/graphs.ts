/** The graphs of the lessons: small enough for a laptop without a GPU. */
import type { Edge, GraphDocument, GraphNode, ParameterValue } from '../../../graph/document.ts';
import { nodeKinds } from '../../../nodes/registry.ts';

type Params = Readonly<Record<string, ParameterValue>>;
type Placed = readonly [kind: string, x: number, y: number, params?: Params];

const node = ([kind, x, y, params = {}]: Placed): GraphNode => ({
  kind,
  version: nodeKinds.get(kind)?.version ?? 1,
  params,
  position: { x, y },
});

/** @param wires `content.image > contentSize.image`, `styleLoss.loss > total.terms/style`. */
function graph(nodes: Readonly<Record<string, Placed>>, wires: string): GraphDocument {
  const edges = wires
    .trim()
    .split(/\s*\n\s*/)
    .map((wire, at): [string, Edge] => {
      const [from = '', to = ''] = wire.split(' > ');
      const [node = '', port = ''] = from.split('.');
      const [taking = '', rest = ''] = to.split('.');
      const [into = '', slot] = rest.split('/');
      return [`wire${at}`, { from: { node, port }, to: { node: taking, port: into, ...(slot && { slot }) } }];
    });
  return {
    title: '',
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, placed]) => [id, node(placed)])),
    edges: Object.fromEntries(edges),
  };
}

const styleLayers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'];

interface GatysOptions {
  readonly content?: string;
  readonly style?: string;
  readonly size?: number;
  readonly contentWeight?: number;
  readonly styleWeight?: number;
  /** Of the style. */
  readonly layers?: readonly string[];
  readonly encoder?: Params;
  readonly optimiser?: Params;
}

/** Content and style, as Gatys has it, beginning from the content. */
export const gatys = ({
  content = 'mountain-lake',
  style = 'night-sky',
  size = 128,
  contentWeight = 2,
  styleWeight = 20,
  layers = styleLayers,
  encoder = {},
  optimiser = {},
}: GatysOptions = {}): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: `sample:${content}` }],
      contentSize: ['resize', 250, 0, { size }],
      contentTaps: ['layer-taps', 496, 0, { layers: ['relu4_1'] }],
      contentLoss: ['content-loss', 764, 0, { weight: contentWeight }],
      encoder: ['encoder', 0, 264, { weights: 'lite', pooling: 'average', ...encoder }],
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
    },
    `content.image > contentSize.image
     contentSize.image > contentTaps.image
     contentSize.image > picture.start
     style.image > styleSize.image
     styleSize.image > styleTaps.image
     picture.picture > pictureTaps.image
     encoder.encoder > contentTaps.encoder
     encoder.encoder > pictureTaps.encoder
     encoder.encoder > styleTaps.encoder
     pictureTaps.features > contentLoss.features
     contentTaps.features > contentLoss.target
     pictureTaps.features > pictureGram.features
     styleTaps.features > styleGram.features
     pictureGram.gram > styleLoss.statistics
     styleGram.gram > styleLoss.target
     contentLoss.loss > total.terms/content
     styleLoss.loss > total.terms/style
     total.loss > optimiser.loss
     picture.picture > optimiser.picture
     optimiser.result > output.image`,
  );

interface ContentOptions {
  readonly content?: string;
  readonly size?: number;
  readonly layers?: readonly string[];
  readonly encoder?: Params;
  readonly optimiser?: Params;
}

/** From noise, with nothing to go by but the features of the content. */
export const contentAlone = ({
  content = 'mountain-lake',
  size = 128,
  layers = ['relu1_1'],
  encoder = {},
  optimiser = {},
}: ContentOptions = {}): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: `sample:${content}` }],
      contentSize: ['resize', 250, 0, { size }],
      contentTaps: ['layer-taps', 496, 0, { layers }],
      encoder: ['encoder', 0, 264, { weights: 'lite', pooling: 'average', ...encoder }],
      picture: ['picture', 250, 230, { noise: 1 }],
      pictureTaps: ['layer-taps', 496, 272, { layers: styleLayers }],
      contentLoss: ['content-loss', 764, 60, { weight: 1 }],
      variation: ['total-variation', 764, 330, { weight: 0.5 }],
      total: ['weighted-sum', 1016, 100],
      optimiser: ['optimiser', 1016, 302, { iterations: 200, afterEdit: 'restart', ...optimiser }],
      output: ['output', 1284, 302],
    },
    `content.image > contentSize.image
     contentSize.image > contentTaps.image
     contentSize.image > picture.start
     picture.picture > pictureTaps.image
     encoder.encoder > contentTaps.encoder
     encoder.encoder > pictureTaps.encoder
     pictureTaps.features > contentLoss.features
     contentTaps.features > contentLoss.target
     picture.picture > variation.image
     contentLoss.loss > total.terms/content
     variation.loss > total.terms/variation
     total.loss > optimiser.loss
     picture.picture > optimiser.picture
     optimiser.result > output.image`,
  );

interface StyleOptions {
  readonly style?: string;
  readonly size?: number;
  readonly layers?: readonly string[];
  readonly encoder?: Params;
  readonly optimiser?: Params;
}

/** From noise, with nothing to go by but the Gram matrices of the style; a content loss stands by, muted. */
export const styleAlone = ({
  style = 'night-sky',
  size = 128,
  layers = styleLayers,
  encoder = {},
  optimiser = {},
}: StyleOptions = {}): GraphDocument => {
  const built = graph(
    {
      style: ['image', 0, 0, { source: `sample:${style}` }],
      styleSize: ['resize', 250, 0, { size }],
      styleTaps: ['layer-taps', 496, 0, { layers }],
      styleGram: ['gram-matrix', 764, 0],
      encoder: ['encoder', 0, 264, { weights: 'lite', pooling: 'average', ...encoder }],
      picture: ['picture', 250, 250, { noise: 1 }],
      pictureTaps: ['layer-taps', 496, 300, { layers }],
      pictureGram: ['gram-matrix', 764, 270],
      styleLoss: ['style-loss', 1016, 0, { weight: 20 }],
      contentLoss: ['content-loss', 1016, 330, { weight: 20 }],
      total: ['weighted-sum', 1284, 0],
      optimiser: ['optimiser', 1284, 222, { iterations: 150, afterEdit: 'restart', ...optimiser }],
      output: ['output', 1284, 426],
    },
    `style.image > styleSize.image
     styleSize.image > styleTaps.image
     styleSize.image > picture.start
     picture.picture > pictureTaps.image
     encoder.encoder > styleTaps.encoder
     encoder.encoder > pictureTaps.encoder
     styleTaps.features > styleGram.features
     pictureTaps.features > pictureGram.features
     pictureGram.gram > styleLoss.statistics
     styleGram.gram > styleLoss.target
     pictureTaps.features > contentLoss.features
     styleTaps.features > contentLoss.target
     styleLoss.loss > total.terms/style
     contentLoss.loss > total.terms/content
     total.loss > optimiser.loss
     picture.picture > optimiser.picture
     optimiser.result > output.image`,
  );
  const { contentLoss } = built.nodes;
  return contentLoss
    ? { ...built, nodes: { ...built.nodes, contentLoss: { ...contentLoss, flow: 'muted' } } }
    : built;
};

/** A picture, looked at by three depths of one encoder, and painted again from what they saw. */
export const threeDepths = (): GraphDocument =>
  graph(
    {
      content: ['image', 0, 0, { source: 'sample:old-town' }],
      contentSize: ['resize', 250, 0, { size: 128 }],
      encoder: ['encoder', 0, 270, { weights: 'lite', pooling: 'average' }],
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
    `content.image > contentSize.image
     contentSize.image > shallow.image
     contentSize.image > middle.image
     contentSize.image > deep.image
     contentSize.image > picture.start
     picture.picture > pictureTaps.image
     encoder.encoder > shallow.encoder
     encoder.encoder > middle.encoder
     encoder.encoder > deep.encoder
     encoder.encoder > pictureTaps.encoder
     pictureTaps.features > shallowLoss.features
     pictureTaps.features > middleLoss.features
     pictureTaps.features > deepLoss.features
     shallow.features > shallowLoss.target
     middle.features > middleLoss.target
     deep.features > deepLoss.target
     shallowLoss.loss > total.terms/shallow
     middleLoss.loss > total.terms/middle
     deepLoss.loss > total.terms/deep
     total.loss > optimiser.loss
     picture.picture > optimiser.picture
     optimiser.result > output.image`,
  );
