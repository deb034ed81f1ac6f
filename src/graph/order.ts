/**
 * In which order nodes can be computed, what lies up and down the wires from a node, and where wires run
 * in a circle. Every walk is a loop, not a recursion, and takes time linear in nodes and wires.
 */
import type { NodeId } from './document.ts';
import type { DocumentIndex } from './document-index.ts';

export interface Order {
  /** Every node after all that feed it; nodes in a circle or below one are left out. */
  readonly order: readonly NodeId[];
  /** Each circle once, along its wires, without repeating the first node at the end. */
  readonly circles: readonly (readonly NodeId[])[];
}

export function topologicalOrder({ incoming, outgoing }: DocumentIndex): Order {
  const waitingFor = new Map<NodeId, number>();
  const order: NodeId[] = [];
  for (const [id, wires] of incoming) {
    if (wires.length === 0) order.push(id);
    else waitingFor.set(id, wires.length);
  }
  // The order itself is the queue: whoever is appended here is visited by the same loop later.
  for (const id of order) {
    for (const { edge } of outgoing.get(id) ?? []) {
      const left = (waitingFor.get(edge.to.node) ?? 0) - 1;
      waitingFor.set(edge.to.node, left);
      if (left === 0) {
        waitingFor.delete(edge.to.node);
        order.push(edge.to.node);
      }
    }
  }
  return { order, circles: findCircles(new Set(waitingFor.keys()), incoming) };
}

/**
 * Every node that is left over is fed by another that is left over, so walking against the wires must end
 * in a circle. A circle below another one is not found by this; it shows once the upper one is mended.
 */
function findCircles(leftOver: ReadonlySet<NodeId>, incoming: DocumentIndex['incoming']): NodeId[][] {
  const circles: NodeId[][] = [];
  const visitedBy = new Map<NodeId, NodeId>();
  for (const start of leftOver) {
    const path: NodeId[] = [];
    let node: NodeId | undefined = start;
    while (node !== undefined && !visitedBy.has(node)) {
      visitedBy.set(node, start);
      path.push(node);
      node = incoming.get(node)?.find(({ edge }) => leftOver.has(edge.from.node))?.edge.from.node;
    }
    if (node !== undefined && visitedBy.get(node) === start) {
      circles.push(path.slice(path.indexOf(node)).reverse());
    }
  }
  return circles;
}

/** `node` and everything that it is computed from. */
export const upstreamOf = (index: DocumentIndex, node: NodeId): ReadonlySet<NodeId> =>
  reachable(node, id => (index.incoming.get(id) ?? []).map(({ edge }) => edge.from.node));

/** `node` and everything that is computed from it. */
export const downstreamOf = (index: DocumentIndex, node: NodeId): ReadonlySet<NodeId> =>
  reachable(node, id => (index.outgoing.get(id) ?? []).map(({ edge }) => edge.to.node));

function reachable(start: NodeId, next: (node: NodeId) => readonly NodeId[]): Set<NodeId> {
  const seen = new Set([start]);
  for (const node of seen) for (const neighbour of next(node)) seen.add(neighbour);
  return seen;
}

/** The nodes along the shortest way down the wires from `from` to `to`, both included, or none. */
export function pathBetween(index: DocumentIndex, from: NodeId, to: NodeId): readonly NodeId[] | undefined {
  const cameFrom = new Map<NodeId, NodeId | undefined>([[from, undefined]]);
  for (const node of cameFrom.keys()) {
    if (node === to) {
      const path: NodeId[] = [];
      for (let at: NodeId | undefined = to; at !== undefined; at = cameFrom.get(at)) path.push(at);
      return path.reverse();
    }
    for (const { edge } of index.outgoing.get(node) ?? []) {
      if (!cameFrom.has(edge.to.node)) cameFrom.set(edge.to.node, node);
    }
  }
  return undefined;
}
