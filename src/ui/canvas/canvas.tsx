/** The graph, to be wired. React Flow draws it and hears the pointer; what a gesture means is an edit of the document. */
import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  type Connection,
  type NodeChange,
  type OnEdgesChange,
  type OnNodesChange,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { useCallback } from 'react';
import type { Edit } from '../../graph/edit.ts';
import { useWords } from '../language/words.ts';
import { GraphNodeView } from '../nodes/graph-node-view.tsx';
import { act, endGesture, openDocument, select, useEditor } from '../state/editor.ts';
import styles from './canvas.module.css';
import { connectPorts } from './connect-ports.ts';
import type { FlowEdge, FlowNode } from './flow-graph.ts';
import { useFlowGraph } from './use-flow-graph.ts';
import { Wire } from './wire.tsx';

const nodeTypes = { node: GraphNodeView };
const edgeTypes = { wire: Wire };

/** Counts drags, so that each is a gesture of its own. */
let drags = 0;

export function Canvas() {
  return (
    <ReactFlowProvider>
      <FlowCanvas />
    </ReactFlowProvider>
  );
}

function FlowCanvas() {
  const words = useWords();
  const { nodes, edges, measure } = useFlowGraph();

  const onNodesChange = useCallback<OnNodesChange<FlowNode>>(
    changes => {
      measure(changes);
      selectNodes(changes);
      const moves = changes.flatMap((change): Edit[] =>
        change.type === 'position' && change.position && change.dragging
          ? [{ type: 'move-node', id: change.id, position: change.position }]
          : [],
      );
      if (moves.length > 0) {
        act(moves, { label: { en: 'Move', zh: '移动' }, merge: `drag ${drags}` });
      }
    },
    [measure],
  );

  return (
    <ReactFlow
      className={styles.canvas}
      aria-label={words('editor.region.canvas')}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onConnect={onConnect}
      onNodeDragStart={onDragStart}
      onNodeDragStop={endGesture}
      deleteKeyCode={null}
      minZoom={0.1}
      maxZoom={2.5}
      fitView
      fitViewOptions={{ padding: 0.08 }}
      proOptions={{ hideAttribution: false }}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--canvas-dots)" />
    </ReactFlow>
  );
}

const onDragStart = () => {
  drags++;
};

const onConnect = (connection: Connection) => connectPorts(connection);

const onEdgesChange: OnEdgesChange<FlowEdge> = changes => {
  const { selection } = useEditor.getState();
  const edges = new Set(selection.edges);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) edges.add(change.id);
    else edges.delete(change.id);
  }
  if (changes.some(({ type }) => type === 'select')) select({ ...selection, edges });
};

function selectNodes(changes: readonly NodeChange<FlowNode>[]): void {
  if (!changes.some(({ type }) => type === 'select')) return;
  const { selection } = useEditor.getState();
  const nodes = new Set(selection.nodes);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected && Object.hasOwn(openDocument().nodes, change.id)) nodes.add(change.id);
    else nodes.delete(change.id);
  }
  select({ ...selection, nodes });
}
