/** The wires of a document while edits change them: who enters an input, who touches a node. */
import type { Edge, EdgeId, GraphDocument, NodeId } from './document.ts';
import { targetKey } from './ends.ts';

export interface WiresInProgress {
  /** The wire into an input, by its key. */
  into(target: string): EdgeId | undefined;
  /** The wires that enter or leave a node. */
  at(node: NodeId): readonly EdgeId[];
  add(id: EdgeId, edge: Edge): void;
  remove(id: EdgeId): void;
}

export function wiresInProgress(document: GraphDocument): WiresInProgress {
  const edges = new Map<EdgeId, Edge>();
  const byTarget = new Map<string, EdgeId>();
  const byNode = new Map<NodeId, Set<EdgeId>>();
  const atNode = (node: NodeId): Set<EdgeId> => {
    const known = byNode.get(node) ?? new Set();
    byNode.set(node, known);
    return known;
  };
  const add = (id: EdgeId, edge: Edge) => {
    edges.set(id, edge);
    byTarget.set(targetKey(edge.to), id);
    atNode(edge.from.node).add(id);
    atNode(edge.to.node).add(id);
  };
  for (const [id, edge] of Object.entries(document.edges)) add(id, edge);

  return {
    into: target => byTarget.get(target),
    at: node => [...(byNode.get(node) ?? [])],
    add,
    remove: id => {
      const edge = edges.get(id);
      if (!edge) return;
      edges.delete(id);
      if (byTarget.get(targetKey(edge.to)) === id) byTarget.delete(targetKey(edge.to));
      atNode(edge.from.node).delete(id);
      atNode(edge.to.node).delete(id);
    },
  };
}
