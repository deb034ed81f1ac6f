import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor } from '../state/editor.ts';
import { type FlowEdge, type FlowThing, flowEdges, flowThings } from './flow-graph.ts';

/** The open document as nodes and edges of React Flow, which tells `measure` how large it drew them. */
export function useFlowGraph() {
  const document = useEditor(state => state.history.document);
  const selection = useEditor(state => state.selection);
  const thingsBefore = useRef<readonly FlowThing[]>([]);
  const edgesBefore = useRef<readonly FlowEdge[]>([]);
  const [measured, setMeasured] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured lies in the things before
  const nodes = useMemo(() => {
    thingsBefore.current = flowThings(thingsBefore.current, document, selection);
    return thingsBefore.current as FlowThing[];
  }, [document, selection, measured]);
  const edges = useMemo(() => {
    edgesBefore.current = flowEdges(edgesBefore.current, document, selection.edges);
    return edgesBefore.current as FlowEdge[];
  }, [document, selection.edges]);

  const measure = useCallback((changes: readonly NodeChange<FlowThing>[]) => {
    // The document says how large a frame or a note is; a node is as large as it is drawn.
    const sizes = changes.filter(
      change => change.type === 'dimensions' && change.setAttributes === undefined,
    );
    if (sizes.length === 0) return;
    thingsBefore.current = applyNodeChanges([...sizes], thingsBefore.current as FlowThing[]);
    setMeasured(count => count + 1);
  }, []);

  return { nodes, edges, measure };
}
