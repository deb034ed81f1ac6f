import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import { own } from '../../../graph/own.ts';

/** The first optimiser that anything of `node` leads to; itself, where it is one. */
export function optimiserBelow(document: GraphDocument, node: NodeId): NodeId | undefined {
  const seen = new Set<NodeId>();
  const waiting = [node];
  for (const at of waiting) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (own(document.nodes, at)?.kind === 'optimiser') return at;
    for (const { edge } of indexOf(document).outgoing.get(at) ?? []) waiting.push(edge.to.node);
  }
  return undefined;
}
