import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';

/**
 * Whose frames show what an output will give: the optimiser's, where its result is what enters, since that is there
 * from the first iteration on; otherwise its own.
 */
export function shownNode(document: GraphDocument, node: NodeId): NodeId {
  if (own(document.nodes, node)?.kind !== 'output') return node;
  const [wiring] = indexOf(document).incoming.get(node) ?? [];
  const from = wiring?.edge.from.node;
  return from !== undefined && own(document.nodes, from)?.kind === 'optimiser' ? from : node;
}
