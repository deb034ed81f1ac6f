/** Documents for tests, written shortly. */
import type { Edge, GraphDocument, GraphNode, ParameterValue } from '../document.ts';
import { parseSource, parseTarget } from '../ends.ts';

type Short = string | ({ readonly kind: string } & Readonly<Record<string, ParameterValue>>);

/**
 * `build({ content: 'image', taps: { kind: 'layer-taps', layers: [] } }, ['content.image → taps.image'])`:
 * nodes by id with their kind and parameters; wires, whose ids are their inputs' keys.
 */
export function build(nodes: Readonly<Record<string, Short>>, wires: readonly string[] = []): GraphDocument {
  return {
    title: 'Test',
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, short]) => [id, nodeFrom(short)])),
    edges: Object.fromEntries(wires.map(edgeFrom)),
  };
}

function nodeFrom(short: Short): GraphNode {
  const { kind, ...params } = typeof short === 'string' ? { kind: short } : short;
  return { kind, version: 1, params, position: { x: 0, y: 0 } };
}

function edgeFrom(wire: string): [string, Edge] {
  const [left = '', right = ''] = wire.split(' → ');
  const from = parseSource(left);
  const to = parseTarget(right);
  if (!from || !to) throw new Error(`not a wire: ${wire}`);
  return [right, { from, to }];
}

/** Gatys' graph without its content loss: two Gram matrices, their distance, a sum, a result. */
export const styleTransfer: GraphDocument = build(
  {
    style: 'image',
    start: 'image',
    vgg: 'encoder',
    picture: 'picture',
    'style-taps': 'layer-taps',
    'picture-taps': 'layer-taps',
    'style-gram': 'gram-matrix',
    'picture-gram': 'gram-matrix',
    loss: 'style-loss',
    smooth: 'total-variation',
    total: 'weighted-sum',
    adam: 'optimiser',
    out: 'output',
  },
  [
    'style.image → style-taps.image',
    'vgg.encoder → style-taps.encoder',
    'start.image → picture.start',
    'picture.picture → picture-taps.image',
    'vgg.encoder → picture-taps.encoder',
    'style-taps.features → style-gram.features',
    'picture-taps.features → picture-gram.features',
    'picture-gram.gram → loss.statistics',
    'style-gram.gram → loss.target',
    'picture.picture → smooth.image',
    'loss.loss → total.losses/style',
    'smooth.loss → total.losses/smooth',
    'total.loss → adam.loss',
    'picture.picture → adam.picture',
    'adam.result → out.image',
  ],
);
