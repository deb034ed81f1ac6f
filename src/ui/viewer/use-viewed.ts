import type { NodeId } from '../../graph/document.ts';
import { useWords, type Words } from '../language/words.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { nameOf } from './viewed.ts';
import { useViewer, viewedNode, viewedOptimiser } from './viewer-state.ts';

/** The node that the viewer shows. */
export function useViewedNode(): NodeId | undefined {
  const painted = useViewer(state => state.painted);
  const image = useViewer(state => state.image);
  return useEditor(({ history }) => viewedNode({ painted, image }, history.document));
}

/** The optimiser whose progress it shows. */
export function useViewedOptimiser(): NodeId | undefined {
  const painted = useViewer(state => state.painted);
  return useEditor(({ history }) => viewedOptimiser({ painted }, history.document));
}

/** What a node is called. */
export function nameIn(words: Words, node: NodeId | undefined, document = openDocument()): string {
  const name = node === undefined ? undefined : nameOf(document, node);
  return name === undefined ? '' : words(name);
}

export function useName(node: NodeId | undefined): string {
  const words = useWords();
  return useEditor(({ history }) => nameIn(words, node, history.document));
}
