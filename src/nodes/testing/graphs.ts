/** Graphs that several tests start from. */
import type { Edge, GraphDocument, ParameterValue } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';

type Params = Readonly<Record<string, ParameterValue>>;

export interface GatysOptions {
  readonly content?: string;
  readonly style?: string;
  /** Of the style. */
  readonly layers?: readonly string[];
  readonly contentLayer?: string;
  readonly optimiser?: Params;
  readonly picture?: Params;
  readonly contentLoss?: Params;
  readonly styleLoss?: Params;
  readonly variation?: Params;
  readonly encoder?: Params;
}

/** Content and style, one encoder, a Gram matrix on each side, three losses, one optimiser. */
export function gatys({
  content = 'sample:content-24x16',
  style = 'sample:style-20x20',
  layers = ['relu1_1', 'relu2_1', 'relu3_1'],
  contentLayer = 'relu2_2',
  optimiser = {},
  picture = {},
  contentLoss = {},
  styleLoss = {},
  variation = {},
  encoder = {},
}: GatysOptions = {}): GraphDocument {
  return build(
    {
      content: { kind: 'image', source: content },
      style: { kind: 'image', source: style },
      encoder: { kind: 'encoder', ...encoder },
      picture: { kind: 'picture', ...picture },
      contentTaps: { kind: 'layer-taps', layers: [contentLayer] },
      styleTaps: { kind: 'layer-taps', layers: [...layers] },
      pictureTaps: { kind: 'layer-taps', layers: [...layers, contentLayer] },
      styleGram: 'gram-matrix',
      pictureGram: 'gram-matrix',
      contentLoss: { kind: 'content-loss', ...contentLoss },
      styleLoss: { kind: 'style-loss', weight: 10, ...styleLoss },
      variation: { kind: 'total-variation', ...variation },
      total: 'weighted-sum',
      optimiser: { kind: 'optimiser', iterations: 3, ...optimiser },
      output: 'output',
    },
    [
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
      'picture.picture → variation.image',
      'contentLoss.loss → total.terms/content',
      'styleLoss.loss → total.terms/style',
      'variation.loss → total.terms/variation',
      'picture.picture → optimiser.picture',
      'total.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
}

/** Two sizes: what is painted small, enlarged, is what the large picture starts from. */
export const pyramid = (params: { readonly small?: Params; readonly large?: Params } = {}): GraphDocument =>
  build(
    {
      content: { kind: 'image', source: 'sample:content-40x28' },
      encoder: 'encoder',
      small: { kind: 'resize', size: 20 },
      smallPicture: { kind: 'picture', noise: 0.3 },
      smallTaps: { kind: 'layer-taps', layers: ['relu2_1'] },
      smallTarget: { kind: 'layer-taps', layers: ['relu2_1'] },
      smallLoss: 'content-loss',
      smallOptimiser: { kind: 'optimiser', iterations: 2, ...params.small },
      enlarged: 'resize',
      largePicture: 'picture',
      largeLoss: 'total-variation',
      largeOptimiser: { kind: 'optimiser', iterations: 3, ...params.large },
      output: 'output',
    },
    [
      'content.image → small.image',
      'small.image → smallPicture.start',
      'small.image → smallTarget.image',
      'encoder.encoder → smallTarget.encoder',
      'smallPicture.picture → smallTaps.image',
      'encoder.encoder → smallTaps.encoder',
      'smallTaps.features → smallLoss.features',
      'smallTarget.features → smallLoss.target',
      'smallPicture.picture → smallOptimiser.picture',
      'smallLoss.loss → smallOptimiser.loss',
      'smallOptimiser.result → enlarged.image',
      'content.image → enlarged.like',
      'enlarged.image → largePicture.start',
      'largePicture.picture → largeLoss.image',
      'largePicture.picture → largeOptimiser.picture',
      'largeLoss.loss → largeOptimiser.loss',
      'largeOptimiser.result → output.image',
    ],
  );

/** `document` with every node called otherwise, such as `content` → `content2`. */
export function renamed(document: GraphDocument, name: (id: string) => string): GraphDocument {
  const edges = Object.entries(document.edges).map(([id, edge]): [string, Edge] => [
    `wire-${id}`,
    { from: { ...edge.from, node: name(edge.from.node) }, to: { ...edge.to, node: name(edge.to.node) } },
  ]);
  const nodes = Object.entries(document.nodes).map(([id, node]) => [name(id), node]);
  return { ...document, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
}

/** Two graphs in one document; where both have a node of the same id, it is the same node. */
export const together = (a: GraphDocument, b: GraphDocument): GraphDocument => ({
  title: a.title,
  nodes: { ...a.nodes, ...b.nodes },
  edges: { ...a.edges, ...b.edges },
});

/** Gatys' graph whose picture starts from an image of its own. */
export const startingFrom = (start: string, options: GatysOptions = {}): GraphDocument =>
  together(
    gatys(options),
    build({ start: { kind: 'image', source: start } }, ['start.image → picture.start']),
  );
