import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor } from '../state/editor.ts';
import { type FlowEdge, type FlowNode, flowEdges, flowNodes } from './flow-graph.ts';

/** The open document as nodes and edges of React Flow, which tells `measure` how large it drew them. */
export function useFlowGraph() {
  const document = useEditor(state => state.history.document);
  const selection = useEditor(state => state.selection);
  const nodesBefore = useRef<readonly FlowNode[]>([]);
  const edgesBefore = useRef<readonly FlowEdge[]>([]);
  const [measured, setMeasured] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured lies in the nodes before
  const nodes = useMemo(() => {
    nodesBefore.current = flowNodes(nodesBefore.current, document, selection.nodes);
    return nodesBefore.current as FlowNode[];
  }, [document, selection.nodes, measured]);
  const edges = useMemo(() => {
    edgesBefore.current = flowEdges(edgesBefore.current, document, selection.edges);
    return edgesBefore.current as FlowEdge[];
  }, [document, selection.edges]);

  const measure = useCallback((changes: readonly NodeChange<FlowNode>[]) => {
    const sizes = changes.filter(change => change.type === 'dimensions');
    if (sizes.length === 0) return;
    nodesBefore.current = applyNodeChanges(sizes, nodesBefore.current as FlowNode[]);
    setMeasured(count => count + 1);
  }, []);

  return { nodes, edges, measure };
}
