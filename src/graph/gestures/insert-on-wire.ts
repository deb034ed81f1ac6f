/** A node put into a wire: what the wire carried enters the node, and what the node gives goes on. */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { AddedNode } from '../add-node.ts';
import type { Edge, EdgeId, GraphDocument, NodeId, Position } from '../document.ts';
import { indexOf } from '../document-index.ts';
import { targetKey, wireKey } from '../ends.ts';
import { addWire, feedingWires, freeNodeId, newNode, withSlot } from '../insertion.ts';
import type { NodeKind, Registry } from '../kind.ts';
import { downstreamOf, upstreamOf } from '../order.ts';
import { own } from '../own.ts';
import { accepts } from '../port-type.ts';

/** A new node at a place, or one that is there already and has nothing at the input that the wire would enter. */
export type Inserted =
  | { readonly kind: NodeKind; readonly position: Position }
  | {
      readonly node: NodeId;
      /** How many of the points that the wire is led through lie before the node; without it, none is kept. */
      readonly pointsBefore?: number;
    };

export function insertOnWire(
  document: GraphDocument,
  registry: Registry,
  wire: EdgeId,
  what: Inserted,
): Result<AddedNode> {
  const edge = own(document.edges, wire);
  if (!edge) return failure(message('unknown-edge', { edge: wire }));
  const kind = 'kind' in what ? what.kind : registry.get(own(document.nodes, what.node)?.kind ?? '');
  if (!kind) return failure(message('gesture.not-on-wire', { wire: named(edge) }));
  const id = 'kind' in what ? freeNodeId(document, kind.kind) : what.node;
  const refusal = 'node' in what ? refuseExisting(document, id, edge) : undefined;
  if (refusal) return failure(refusal);

  const isFree = (port: string) =>
    own(kind.inputs, port)?.arity === 'many' || !indexOf(document).byTarget.has(wireKey({ node: id, port }));
  const way = wayThrough(document, registry, edge, kind);
  if (!way) return failure(message('gesture.does-not-fit-wire', { kind: kind.title, wire: named(edge) }));
  const input = way.inputs.find(isFree);
  if (input === undefined) return failure(message('gesture.input-taken', { kind: kind.title }));

  const output = { node: id, port: way.output };
  if ('node' in what) {
    const { via = [] } = what.pointsBefore === undefined ? {} : edge;
    const to = withSlot(
      document,
      { node: id, port: input },
      own(kind.inputs, input)?.arity ?? 'one',
      edge.from.node,
    );
    return success({
      id,
      edits: [
        addWire(document, edge.from, to, via.slice(0, what.pointsBefore)),
        addWire(document, output, edge.to, via.slice(what.pointsBefore)),
      ],
    });
  }
  const below = downstreamOf(indexOf(document), edge.to.node);
  return success({
    id,
    edits: [
      { type: 'add-node', id, node: newNode(kind, what.position) },
      ...feedingWires(document, registry, id, kind, { [input]: edge.from }, below),
      addWire(document, output, edge.to),
    ],
  });
}

const named = ({ from, to }: Edge): string => `${wireKey(from)} → ${targetKey(to)}`;

/** The inputs of `kind` that take what the wire carries, and the first output that its end takes. */
function wayThrough(document: GraphDocument, registry: Registry, { from, to }: Edge, kind: NodeKind) {
  const giving = registry.get(own(document.nodes, from.node)?.kind ?? '');
  const taking = registry.get(own(document.nodes, to.node)?.kind ?? '');
  const given = giving && own(giving.outputs, from.port);
  const wanted = taking && own(taking.inputs, to.port);
  if (!given || !wanted) return undefined;
  const inputs = Object.keys(kind.inputs).filter(port => {
    const input = own(kind.inputs, port);
    return input && accepts(input.type, given.type);
  });
  const output = Object.entries(kind.outputs).find(([, port]) => accepts(wanted.type, port.type));
  return output && inputs.length > 0 ? { inputs, output: output[0] } : undefined;
}

/** A node that is wired to either side would close a circle, or is at an end of the wire itself. */
function refuseExisting(document: GraphDocument, id: NodeId, { from, to }: Edge): Message | undefined {
  const index = indexOf(document);
  const isAround = upstreamOf(index, from.node).has(id) || downstreamOf(index, to.node).has(id);
  return isAround ? message('gesture.would-circle', { node: id }) : undefined;
}
