/**
 * What a layer keeps of a picture, as an ordinary graph: from noise, another picture is painted whose features at that
 * layer are the same (the content: Mahendran and Vedaldi 2015), or whose Gram matrices are (the style: Gatys, Ecker,
 * Bethge 2015, figure 1). What the layer does not see is left to chance.
 */
import type { Edge, GraphDocument, GraphNode, NodeId, ParameterValue } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import type { Axis } from '../../../runtime/sweep/axis.ts';

export type Kept = 'content' | 'style';

export interface ReconstructionAsked {
  /** The taps of the picture; it must be one that stands still. */
  readonly taps: NodeId;
  readonly of: Kept;
  /** Every layer that may be asked for. */
  readonly layers: readonly string[];
}

/** Pixels of the longer side. */
export const reconstructionSize = 112;

/** Evaluations of L-BFGS: the picture changes little after these. */
const iterations = { content: 60, style: 80 } as const;

/** Which of its nodes is given the layers to be kept. */
const target = 'lensTarget';

/** The graph; undefined where no picture or no encoder enters the taps. */
export function reconstruction(
  document: GraphDocument,
  { taps, of, layers }: ReconstructionAsked,
): GraphDocument | undefined {
  const [image, encoder] = ['image', 'encoder'].map(port => entering(document, taps, port));
  if (!image || !encoder) return undefined;
  const nodes: Record<NodeId, GraphNode> = {};
  const edges: Record<string, Edge> = {};
  for (const id of [...above(document, image.node), ...above(document, encoder.node)]) {
    const node = own(document.nodes, id);
    if (node) nodes[id] = node;
  }
  for (const [id, edge] of Object.entries(document.edges)) {
    if (own(nodes, edge.from.node) && own(nodes, edge.to.node)) edges[id] = edge;
  }
  const add = (id: string, kind: string, params: Readonly<Record<string, ParameterValue>> = {}) => {
    const version = nodeKinds.get(kind)?.version ?? 1;
    nodes[id] = { kind, version, params, position: { x: 0, y: 0 } };
  };
  const wire = (from: Edge['from'], node: NodeId, port: string) => {
    edges[`${node}.${port}`] = { from, to: { node, port } };
  };
  add('lensSize', 'resize', { size: reconstructionSize, fit: 'long-side' });
  add(target, 'layer-taps', { layers: [layers[0] ?? ''] });
  add('lensPicture', 'picture', { noise: 1 });
  add('lensSeen', 'layer-taps', { layers: [...layers] });
  add('lensLoss', `${of}-loss`);
  add('lensOptimiser', 'optimiser', { method: 'lbfgs', iterations: iterations[of] });
  add('lensOutput', 'output');
  wire(image, 'lensSize', 'image');
  wire({ node: 'lensSize', port: 'image' }, target, 'image');
  wire({ node: 'lensSize', port: 'image' }, 'lensPicture', 'start');
  wire({ node: 'lensPicture', port: 'picture' }, 'lensSeen', 'image');
  for (const node of [target, 'lensSeen']) wire(encoder, node, 'encoder');
  const sides = [
    ['lensSeen', of === 'content' ? 'features' : 'statistics'],
    [target, 'target'],
  ] as const;
  for (const [node, port] of sides) {
    const features = { node, port: 'features' };
    if (of === 'style') {
      add(`${node}Gram`, 'gram-matrix');
      wire(features, `${node}Gram`, 'features');
    }
    wire(of === 'style' ? { node: `${node}Gram`, port: 'gram' } : features, 'lensLoss', port);
  }
  wire({ node: 'lensPicture', port: 'picture' }, 'lensOptimiser', 'picture');
  wire({ node: 'lensLoss', port: 'loss' }, 'lensOptimiser', 'loss');
  wire({ node: 'lensOptimiser', port: 'result' }, 'lensOutput', 'image');
  return { title: '', nodes, edges };
}

/** One picture for each set of layers: what a sweep of the graph varies. */
export const layersAxis = (sets: readonly (readonly string[])[]): Axis => ({
  path: `${target}.layers`,
  values: sets.map(layers => ({ label: layers.join('+'), text: layers.join(','), value: [...layers] })),
  live: false,
});

const entering = (document: GraphDocument, node: NodeId, port: string): Edge['from'] | undefined =>
  indexOf(document)
    .incoming.get(node)
    ?.find(({ edge }) => edge.to.port === port)?.edge.from;

/** A node and all that feeds it. */
function above(document: GraphDocument, node: NodeId): ReadonlySet<NodeId> {
  const found = new Set([node]);
  // A set is walked in the order in which it grows.
  for (const id of found) {
    for (const { edge } of indexOf(document).incoming.get(id) ?? []) found.add(edge.from.node);
  }
  return found;
}
