/** What is to be judged of the editor at this moment: nothing but its real state. */
import type { Observation } from '../../graph/lesson/watch.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { useViewer, viewedNode } from '../viewer/viewer-state.ts';

export function observe(): Observation {
  const document = openDocument();
  const viewer = useViewer.getState();
  const [selected, ...more] = useEditor.getState().selection.nodes;
  return {
    document,
    iterations: usePainting.getState().iterations,
    selected: more.length === 0 ? selected : undefined,
    viewed: viewedNode(viewer, document),
    isComparing: viewer.other !== undefined,
  };
}

/** Calls `changed` whenever there may be something else to see. @returns what ends that. */
export function whenever(changed: () => void): () => void {
  const ends = [useEditor, usePainting, useViewer].map(store => store.subscribe(changed));
  return () => {
    for (const end of ends) end();
  };
}
