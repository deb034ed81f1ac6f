/** The picture that a mask is painted over. */
import type { GraphDocument, NodeId, Source } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';
import { resize } from '../../nodes/resize.ts';

/** Where the wire into an input comes from. */
export const wiredTo = (document: GraphDocument, node: NodeId, port: string): Source | undefined =>
  indexOf(document)
    .incoming.get(node)
    ?.find(({ edge }) => edge.to.port === port)?.edge.from;

/** The same picture as it was before it was only made smaller: sharper, and there while nothing is computed yet. */
export function unscaled(document: GraphDocument, node: NodeId): NodeId {
  if (own(document.nodes, node)?.kind !== resize.kind || wiredTo(document, node, 'like')) return node;
  const before = wiredTo(document, node, 'image');
  return before ? unscaled(document, before.node) : node;
}
