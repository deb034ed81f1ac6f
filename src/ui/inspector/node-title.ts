import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';

/** What a node is called: as a person has named it, else as its kind. */
export function useNodeTitle(id: NodeId): string {
  const words = useWords();
  return useEditor(({ history }) => {
    const node = own(history.document.nodes, id);
    const kind = nodeKinds.get(node?.kind ?? '');
    return node?.title ?? (kind ? words(kind.title) : (node?.kind ?? id));
  });
}
