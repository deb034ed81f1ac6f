/** The wires of a file as those of a document: each has an id, both its ends, and its input to itself. */
import { type Message, message } from '../../language/message.ts';
import type { Edge, EdgeId, GraphNode, NodeId } from '../document.ts';
import { targetKey, wireKey } from '../ends.ts';
import type { FileEdge } from './schema.ts';

export interface JoinedEdges {
  readonly edges: Readonly<Record<EdgeId, Edge>>;
  readonly repairs: readonly Message[];
}

export function joinEdges(
  nodes: Readonly<Record<NodeId, GraphNode>>,
  listed: readonly FileEdge[],
): JoinedEdges {
  const repairs: Message[] = [];
  const byTarget = new Map<string, FileEdge>();
  for (const edge of listed) {
    const { from, to } = edge;
    const missing = [from.node, to.node].find(node => !Object.hasOwn(nodes, node));
    if (missing !== undefined) {
      repairs.push(message('repair-dangling', { from: wireKey(from), to: targetKey(to), node: missing }));
      continue;
    }
    const key = targetKey(to);
    const earlier = byTarget.get(key);
    if (earlier) {
      const [kept, dropped] = [wireKey(from), wireKey(earlier.from)];
      repairs.push(message('repair-input-taken', { to: key, kept, dropped }));
    }
    byTarget.set(key, edge);
  }

  const edges: Record<EdgeId, Edge> = {};
  const unnamed: (readonly [string, Edge])[] = [];
  for (const [key, { id, ...edge }] of byTarget) {
    if (id === undefined) {
      unnamed.push([key, edge]);
    } else if (Object.hasOwn(edges, id)) {
      const renamed = freeId(edges, key);
      const { from, to } = edge;
      repairs.push(message('repair-edge-id', { id, from: wireKey(from), to: targetKey(to), renamed }));
      edges[renamed] = edge;
    } else {
      edges[id] = edge;
    }
  }
  // Ids that were written come first: only what they leave free is given out.
  for (const [key, edge] of unnamed) edges[freeId(edges, key)] = edge;
  return { edges, repairs };
}

function freeId(edges: Readonly<Record<EdgeId, Edge>>, key: string): EdgeId {
  let id = key;
  for (let n = 2; Object.hasOwn(edges, id); n++) id = `${key}-${n}`;
  return id;
}
