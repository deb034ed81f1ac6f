import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import type { Words } from '../../language/words.ts';

/** What the picture that enters `taps` is called: after the image or the picture that it is made of. */
export function lookName(document: GraphDocument, taps: NodeId, words: Words): string {
  const source = sourceOf(document, taps);
  const node = own(document.nodes, source);
  const kind = nodeKinds.get(node?.kind ?? '');
  if (node?.title !== undefined) return node.title;
  return kind ? words(kind.title) : source;
}

/** Up the wires of pictures, as far as there is one, or to where one is painted. */
function sourceOf(document: GraphDocument, taps: NodeId): NodeId {
  const { incoming } = indexOf(document);
  const seen = new Set<NodeId>();
  let at = taps;
  while (!seen.has(at)) {
    seen.add(at);
    const kind = nodeKinds.get(own(document.nodes, at)?.kind ?? '');
    if (at !== taps && Object.values(kind?.outputs ?? {}).some(({ type }) => paintsTypes.has(type)))
      return at;
    const from = (incoming.get(at) ?? []).find(({ edge }) =>
      pictorial.has(kind?.inputs[edge.to.port]?.type ?? ''),
    )?.edge.from.node;
    if (from === undefined) return at;
    at = from;
  }
  return at;
}

const pictorial: ReadonlySet<string> = new Set(['image', 'picture', 'result']);
const paintsTypes: ReadonlySet<string> = new Set(['picture', 'result']);
