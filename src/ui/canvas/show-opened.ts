import { useEffect } from 'react';
import { openDocument, useEditor } from '../state/editor.ts';
import { shownFlow } from './flow.ts';

/** Room for a graph of usual size, and text that can still be read. */
const emptyView = { x: 0, y: 0, zoom: 0.8 };

/** Shows all of a graph when it is opened. */
export function useShowOpened(): void {
  const id = useEditor(state => state.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id says that another document was opened
  useEffect(() => {
    const { nodes, frames = {}, notes = {} } = openDocument();
    const isEmpty = [nodes, frames, notes].every(things => Object.keys(things).length === 0);
    if (isEmpty) void shownFlow()?.setViewport(emptyView);
    else void shownFlow()?.fitView(fitViewOptions);
  }, [id]);
}

export const fitViewOptions = { padding: 0.06, maxZoom: 1.2 };
