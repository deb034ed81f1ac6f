/** What of a document can be looked at large, and which optimiser paints it. */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { Sayable } from '../language/words.ts';
import { paints, shownNode } from '../painting/shown-node.ts';

const nodesOf = (document: GraphDocument, kind: string): readonly NodeId[] =>
  Object.keys(document.nodes).filter(id => document.nodes[id]?.kind === kind);

export const imagesOf = (document: GraphDocument): readonly NodeId[] => nodesOf(document, 'image');

/** Every output, and every optimiser whose picture no output shows. */
export function viewable(document: GraphDocument): readonly NodeId[] {
  const outputs = nodesOf(document, 'output');
  const shown = new Set(outputs.map(output => shownNode(document, output)));
  return [...outputs, ...nodesOf(document, 'optimiser').filter(id => paints(document, id) && !shown.has(id))];
}

/** The optimisers that `node` depends on, itself included, the nearest first. */
export function optimisersBehind(document: GraphDocument, node: NodeId): readonly NodeId[] {
  const { incoming } = indexOf(document);
  const seen = new Set([node]);
  const found: NodeId[] = [];
  // A set is walked in the order in which it grows: nearest first.
  for (const id of seen) {
    if (paints(document, id)) found.push(id);
    for (const { edge } of incoming.get(id) ?? []) seen.add(edge.from.node);
  }
  return found;
}

/** The node whose picture `optimiser` starts from. */
export const startOf = (document: GraphDocument, optimiser: NodeId): NodeId | undefined =>
  indexOf(document)
    .incoming.get(optimiser)
    ?.find(({ edge }) => edge.to.port === 'picture')?.edge.from.node;

/** What a node is called: as its title says, else as its kind. */
export function nameOf(document: GraphDocument, id: NodeId): Sayable | undefined {
  const node = own(document.nodes, id);
  const title = node?.title;
  return title ? { en: title, zh: title } : node && nodeKinds.get(node.kind)?.title;
}
