/**
 * A new node where a person asked for one: alone, or at the end of the wire that they dropped. Then every
 * further input that needs a wire gets one too, if the document has just one thing to offer.
 */
import { fittingPort, looseEndAt, type WireEnd } from './connectable.ts';
import type { GraphDocument, NodeId, Position } from './document.ts';
import { indexOf } from './document-index.ts';
import type { Edit } from './edit.ts';
import { addWire, feedingWires, freeNodeId, newNode, withSlot } from './insertion.ts';
import type { NodeKind, Registry } from './kind.ts';
import { downstreamOf } from './order.ts';
import { own } from './own.ts';

export interface AddedNode {
  readonly id: NodeId;
  readonly edits: readonly Edit[];
}

export interface AddNodeOptions {
  /** The fixed end of the wire that the node is to be wired to. */
  readonly connectedTo?: WireEnd;
  /** The port of the new node; without it the likeliest, as `kindsThatFit` names it. */
  readonly port?: string;
}

/** Adds a node of `kind`. Where nothing of it fits the wire, it stands alone. */
export function addNodeEdits(
  document: GraphDocument,
  registry: Registry,
  kind: NodeKind,
  position: Position,
  { connectedTo, port: wished }: AddNodeOptions = {},
): AddedNode {
  const id = freeNodeId(document, kind.kind);
  const node: Edit = { type: 'add-node', id, node: newNode(kind, position) };
  const loose = connectedTo && looseEndAt(document, registry, connectedTo);
  const port = wished ?? (loose && fittingPort(kind, loose));
  if (!connectedTo || port === undefined) return { id, edits: [node] };

  if (connectedTo.side === 'output') {
    const from = { node: connectedTo.node, port: connectedTo.port };
    return { id, edits: [node, ...feedingWires(document, registry, id, kind, { [port]: from })] };
  }
  const below = downstreamOf(indexOf(document), connectedTo.node);
  const { side: _side, ...end } = connectedTo;
  const taking = registry.get(own(document.nodes, end.node)?.kind ?? '');
  const to = withSlot(document, end, own(taking?.inputs ?? {}, end.port)?.arity ?? 'one', id);
  return {
    id,
    edits: [
      node,
      ...feedingWires(document, registry, id, kind, {}, below),
      addWire(document, { node: id, port }, to),
    ],
  };
}
