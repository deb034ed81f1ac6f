/**
 * Who is wired to whom, looked up by name instead of searched for. Made once for each document: documents
 * never change, so the index is kept beside the document for as long as that lives.
 */
import type { Edge, EdgeId, GraphDocument, NodeId } from './document.ts';
import { targetKey } from './ends.ts';

export interface Wiring {
  readonly id: EdgeId;
  readonly edge: Edge;
}

export interface DocumentIndex {
  /** Wires by the node that they enter and by the node that they leave; every node has an entry. */
  readonly incoming: ReadonlyMap<NodeId, readonly Wiring[]>;
  readonly outgoing: ReadonlyMap<NodeId, readonly Wiring[]>;
  /** The first wire into each input. */
  readonly byTarget: ReadonlyMap<string, EdgeId>;
}

const indexes = new WeakMap<GraphDocument, DocumentIndex>();

/** The index of `document`. Wires with a missing node at either end are in none of its lists. */
export function indexOf(document: GraphDocument): DocumentIndex {
  const known = indexes.get(document);
  if (known) return known;

  const incoming = new Map<NodeId, Wiring[]>();
  const outgoing = new Map<NodeId, Wiring[]>();
  const byTarget = new Map<string, EdgeId>();
  for (const id of Object.keys(document.nodes)) {
    incoming.set(id, []);
    outgoing.set(id, []);
  }
  for (const [id, edge] of Object.entries(document.edges)) {
    const leaving = outgoing.get(edge.from.node);
    const entering = incoming.get(edge.to.node);
    if (!leaving || !entering) continue;
    leaving.push({ id, edge });
    entering.push({ id, edge });
    const key = targetKey(edge.to);
    if (!byTarget.has(key)) byTarget.set(key, id);
  }

  const index = { incoming, outgoing, byTarget };
  indexes.set(document, index);
  return index;
}
