import type { MessageValue } from '../language/message.ts';
import type { GraphDocument, NodeId } from './document.ts';
import type { Registry } from './kind.ts';
import { own } from './own.ts';

/** What a node is called in a sentence: as a person has named it, else as its kind. */
export function nameOfNode(document: GraphDocument, id: NodeId, registry: Registry): MessageValue {
  const node = own(document.nodes, id);
  return node?.title ?? registry.get(node?.kind ?? '')?.title ?? node?.kind ?? id;
}
