import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';

const known = new WeakMap<GraphDocument, ReadonlySet<NodeId>>();

/** Whether what `node` gives changes with a picture that is being painted, and so lives in the loop alone. */
export function followsPicture(document: GraphDocument, node: NodeId): boolean {
  let followers = known.get(document);
  if (!followers) {
    followers = followersOf(document);
    known.set(document, followers);
  }
  return followers.has(node);
}

/** All nodes downstream of a picture, up to the optimisers, whose results stand still. */
function followersOf(document: GraphDocument): ReadonlySet<NodeId> {
  const gives = (node: NodeId, type: 'picture' | 'result') =>
    Object.values(nodeKinds.get(own(document.nodes, node)?.kind ?? '')?.outputs ?? {}).some(
      output => output.type === type,
    );
  const waiting = Object.keys(document.nodes).filter(node => gives(node, 'picture'));
  const followers = new Set<NodeId>();
  for (const at of waiting) {
    for (const { edge } of indexOf(document).outgoing.get(at) ?? []) {
      const { node } = edge.to;
      if (followers.has(node) || gives(node, 'result')) continue;
      followers.add(node);
      waiting.push(node);
    }
  }
  return followers;
}
