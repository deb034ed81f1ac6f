/** Small whole graphs around one node, for the gradients of new statistics, losses and image nodes. */
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { nodeKinds } from '../registry.ts';
import { oneStep } from './check-gradient.ts';

type Params = Readonly<Record<string, ParameterValue>>;
type Short = { readonly kind: string } & Params;

/** What the picture of these graphs starts from. */
export const startImage = 'sample:start-9x7';

const painting = {
  start: { kind: 'image', source: startImage },
  picture: 'picture',
  optimiser: { kind: 'optimiser', ...oneStep },
  output: 'output',
} as const;

const paintingWires = [
  'start.image → picture.start',
  'picture.picture → optimiser.picture',
  'loss.loss → optimiser.loss',
  'optimiser.result → output.image',
];

const style = {
  style: { kind: 'image', source: 'sample:style-11x6' },
  encoder: 'encoder',
  pictureTaps: { kind: 'layer-taps', layers: ['relu1_1', 'conv2_1'] },
  styleTaps: { kind: 'layer-taps', layers: ['relu1_1', 'conv2_1'] },
} as const;

const tapWires = (styleSource = 'style') => [
  'picture.picture → pictureTaps.image',
  `${styleSource}.image → styleTaps.image`,
  'encoder.encoder → pictureTaps.encoder',
  'encoder.encoder → styleTaps.encoder',
];

/** The picture's statistics of `kind`, leaving at `output`, brought to those of a style. */
export const statisticGraph = (kind: string, output: string, loss: Params = {}): GraphDocument =>
  build(
    {
      ...painting,
      ...style,
      pictureStatistics: kind,
      styleStatistics: kind,
      loss: { kind: 'style-loss', ...loss },
    },
    [
      ...paintingWires,
      ...tapWires(),
      'pictureTaps.features → pictureStatistics.features',
      'styleTaps.features → styleStatistics.features',
      `pictureStatistics.${output} → loss.statistics`,
      `styleStatistics.${output} → loss.target`,
    ],
  );

/** A loss of the picture alone: of its pixels where it has a port `image`, else of its features. */
export const lossGraph = (loss: Short): GraphDocument => {
  const ofFeatures = nodeKinds.get(loss.kind)?.inputs.features;
  if (!ofFeatures) return build({ ...painting, loss }, [...paintingWires, 'picture.picture → loss.image']);
  const { pictureTaps, encoder } = style;
  return build({ ...painting, pictureTaps, encoder, loss }, [
    ...paintingWires,
    'picture.picture → pictureTaps.image',
    'encoder.encoder → pictureTaps.encoder',
    'pictureTaps.features → loss.features',
  ]);
};

/** A loss of two images: the picture at port `image`, another of its size at port `target`. */
export const imageLossGraph = (loss: Short): GraphDocument =>
  build({ ...painting, target: { kind: 'image', source: 'sample:target-9x7' }, loss }, [
    ...paintingWires,
    'picture.picture → loss.image',
    'target.image → loss.target',
  ]);

/** A loss of two stacks of features; with `same`, the target is as large as the picture. */
export const featureLossGraph = (loss: Short, same = false): GraphDocument =>
  build(
    { ...painting, ...style, ...(same && { style: { kind: 'image', source: 'sample:target-9x7' } }), loss },
    [
      ...paintingWires,
      ...tapWires(),
      'pictureTaps.features → loss.features',
      'styleTaps.features → loss.target',
    ],
  );

/**
 * An image node between the picture and a Pixel loss whose target is the same node on another image, so that
 * both have the same size. `others` are further inputs by port, each an image of the picture's size.
 */
export const imageNodeGraph = (node: Short, others: readonly string[] = []): GraphDocument =>
  build(
    {
      ...painting,
      target: { kind: 'image', source: 'sample:target-9x7' },
      other: { kind: 'image', source: 'sample:other-9x7' },
      changed: node,
      goal: node,
      loss: { kind: 'pixel-loss', weight: 10 },
    },
    [
      ...paintingWires,
      'picture.picture → changed.image',
      'target.image → goal.image',
      ...others.flatMap(port => [`other.image → changed.${port}`, `other.image → goal.${port}`]),
      'changed.image → loss.image',
      'goal.image → loss.target',
    ],
  );

/** The same, where only those of the picture's features count that lie within a mask. */
export function withinMask(document: GraphDocument): GraphDocument {
  const guided = build(
    {
      region: { kind: 'image', source: 'sample:region-9x7' },
      mask: { kind: 'mask', low: 0.4, feather: 0 },
      within: 'mask-features',
    },
    ['region.image → mask.image', 'pictureTaps.features → within.features', 'mask.mask → within.mask'],
  );
  const edges = Object.entries(document.edges).map(([id, edge]) => [
    id,
    edge.from.node === 'pictureTaps' ? { ...edge, from: { node: 'within', port: 'features' } } : edge,
  ]);
  return {
    ...document,
    nodes: { ...document.nodes, ...guided.nodes },
    edges: { ...Object.fromEntries(edges), ...guided.edges },
  };
}
