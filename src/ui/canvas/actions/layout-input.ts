/** A graph as elk wants it: in layers from left to right, ports in the order in which they stand on their nodes. */
import type { ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { GraphDocument, Target } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import { targetKey, wireKey } from '../../../graph/ends.ts';
import type { Placed } from '../../../graph/gestures/thing.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

export function layoutInput(document: GraphDocument, nodes: readonly Placed[]): ElkNode {
  const ids = new Set(nodes.map(({ thing }) => thing.id));
  return {
    id: 'graph',
    layoutOptions: options,
    children: nodes.map(({ thing: { id }, box: { width, height } }) => ({
      id,
      width,
      height,
      ports: [...portsOf(document, id)],
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
    })),
    edges: Object.entries(document.edges).flatMap(([id, { from, to }]) =>
      ids.has(from.node) && ids.has(to.node)
        ? [{ id, sources: [outputId(wireKey(from))], targets: [inputId(to)] }]
        : [],
    ),
  };
}

const outputId = (key: string): string => `out ${key}`;
const inputId = (to: Target): string => `in ${targetKey(to)}`;

function portsOf(document: GraphDocument, node: string): readonly ElkPort[] {
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  const order = Object.keys(kind?.inputs ?? {});
  const inputs = (indexOf(document).incoming.get(node) ?? [])
    .map(({ edge }) => edge.to)
    .toSorted((a, b) => order.indexOf(a.port) - order.indexOf(b.port))
    .map(inputId);
  const outputs = Object.keys(kind?.outputs ?? {}).map(port => outputId(wireKey({ node, port })));
  // Elk counts clockwise: down on the right side, up on the left.
  return [
    ...outputs.map((id, i) => ({ id, layoutOptions: side('EAST', i) })),
    ...inputs.map((id, i) => ({ id, layoutOptions: side('WEST', outputs.length + inputs.length - 1 - i) })),
  ];
}

const side = (name: 'EAST' | 'WEST', index: number) => ({
  'elk.port.side': name,
  'elk.port.index': String(index),
});
