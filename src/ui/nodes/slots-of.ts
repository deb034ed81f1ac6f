import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { handleId } from '../canvas/handle-id.ts';

/** The inputs of a node that are wired, as handles. */
export const slotsOf = (document: GraphDocument, node: NodeId): readonly string[] =>
  (indexOf(document).incoming.get(node) ?? []).map(({ edge }) => handleId(edge.to));
