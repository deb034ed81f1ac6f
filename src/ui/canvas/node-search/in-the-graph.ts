/** What the graph has to choose from: the ports of a node, the ports at which a wire may end, the nodes themselves. */
import { connectable, type WireEnd } from '../../../graph/connectable.ts';
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import { targetKey, wireKey } from '../../../graph/ends.ts';
import type { NodeKind } from '../../../graph/kind.ts';
import { own } from '../../../graph/own.ts';
import { portTypeName } from '../../../graph/port-type-text.ts';
import type { Text } from '../../../language/text.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { goToThing } from '../go-to-thing.ts';
import { joinEnds } from '../wire-gestures.ts';
import { beside } from './beside.ts';
import type { Choice } from './choices.ts';
import { ask, type Search } from './node-search-state.ts';

type Side = WireEnd['side'];

/** The ports of the node from which a wire is to be made. */
export function portsOf(
  document: GraphDocument,
  { node }: Search & { readonly type: 'port' },
  side: Side,
): readonly Choice[] {
  return Object.entries(portsAt(document, node, side)).map(([port, { type, title }]) => ({
    id: `${side}/${port}`,
    title,
    detail: portTypeName[type],
    type,
    choose: () => ask({ type: 'end', at: beside(node, side), end: { side, node, port } }),
  }));
}

/** Where a wire may end: where none enters yet before where one would be replaced, what is near before what is far. */
export function fittingPorts(document: GraphDocument, end: WireEnd): readonly Choice[] {
  const side: Side = end.side === 'output' ? 'input' : 'output';
  const fits = connectable(document, nodeKinds, end);
  const { byTarget } = indexOf(document);
  const isTaken = (node: NodeId, port: string) => side === 'input' && byTarget.has(targetKey({ node, port }));
  const found = Object.keys(document.nodes).flatMap(node =>
    Object.entries(portsAt(document, node, side)).flatMap(([port, { type, title }]) =>
      fits.has(wireKey({ node, port })) ? [{ node, port, type, title, taken: isTaken(node, port) }] : [],
    ),
  );
  const far = distanceFrom(document, end.node);
  const byLikelihood = found.toSorted(
    (a, b) => Number(a.taken) - Number(b.taken) || far(a.node) - far(b.node),
  );
  return byLikelihood.map(({ node, port, type, title }) => ({
    id: wireKey({ node, port }),
    ...called(document, node, title),
    type,
    node,
    choose: () => joinEnds(end, { side, node, port }),
  }));
}

/** Every node, to go there. */
export const nodesOf = (document: GraphDocument): readonly Choice[] =>
  Object.entries(document.nodes).map(([node, { kind: name }]) => {
    const kind = nodeKinds.get(name);
    const [port] = kind ? [...Object.values(kind.outputs), ...Object.values(kind.inputs)] : [];
    return {
      id: node,
      ...called(document, node, kind?.title ?? { en: name, zh: name }),
      ...(port && { type: port.type }),
      node,
      choose: () => goToThing({ type: 'node', id: node }),
    };
  });

function portsAt(document: GraphDocument, node: NodeId, side: Side): NodeKind['inputs'] {
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  return (side === 'output' ? kind?.outputs : kind?.inputs) ?? {};
}

/** The name of a node and what is said of it; where others bear the same name, with its id. */
function called(
  { nodes }: GraphDocument,
  node: NodeId,
  detail: Text,
): { readonly title: string | Text; readonly detail: Text } {
  const name = (id: NodeId): string | Text => {
    const { title, kind } = nodes[id] ?? { kind: '' };
    return title ?? nodeKinds.get(kind)?.title ?? kind;
  };
  const title = name(node);
  const isOnlyOne = Object.keys(nodes).every(id => id === node || name(id) !== title);
  return {
    title,
    detail: isOnlyOne ? detail : { en: `${detail.en} · ${node}`, zh: `${detail.zh} · ${node}` },
  };
}

function distanceFrom({ nodes }: GraphDocument, node: NodeId): (other: NodeId) => number {
  const from = nodes[node]?.position ?? { x: 0, y: 0 };
  return other => {
    const { x, y } = nodes[other]?.position ?? from;
    return Math.hypot(x - from.x, y - from.y);
  };
}
