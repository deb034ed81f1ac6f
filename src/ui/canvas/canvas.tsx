/** The graph, to be wired. React Flow draws it and hears the pointer; what a gesture means is an edit of the document. */
import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  type NodeChange,
  type OnEdgesChange,
  type OnNodesChange,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useCallback } from 'react';
import type { Edit } from '../../graph/edit.ts';
import { useWords } from '../language/words.ts';
import { GraphNodeView } from '../nodes/graph-node-view.tsx';
import { act, endGesture, openDocument, select, useEditor } from '../state/editor.ts';
import { Announcer } from './announce.tsx';
import styles from './canvas.module.css';
import { ConnectionLine } from './connection-line.tsx';
import { letGoOfWire, useDraggedWire } from './dragged-wire.ts';
import { seePointer, showFlow } from './flow.ts';
import type { FlowEdge, FlowNode } from './flow-graph.ts';
import { NodeSearch } from './node-search/node-search.tsx';
import { openNodeSearch } from './node-search/node-search-state.ts';
import { useFlowGraph } from './use-flow-graph.ts';
import { Wire } from './wire.tsx';
import {
  fitsDraggedWire,
  onConnect,
  onConnectEnd,
  onConnectStart,
  onReconnect,
  onReconnectEnd,
  onReconnectStart,
} from './wire-gestures.ts';

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
  const isWiring = useDraggedWire(({ wire }) => wire !== undefined);

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
    <>
      <ReactFlow<FlowNode, FlowEdge>
        className={styles.canvas}
        aria-label={words('editor.region.canvas')}
        tabIndex={0}
        data-wiring={isWiring || undefined}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={showFlow}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={onDragStart}
        onNodeDragStop={endGesture}
        onConnectStart={onConnectStart}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onClickConnectStart={onConnectStart}
        onClickConnectEnd={letGoOfWire}
        onReconnectStart={onReconnectStart}
        onReconnect={onReconnect}
        onReconnectEnd={onReconnectEnd}
        isValidConnection={fitsDraggedWire}
        connectionLineComponent={ConnectionLine}
        connectionRadius={28}
        reconnectRadius={12}
        onDoubleClick={onDoubleClick}
        onPointerMove={onPointerMove}
        onPointerLeave={onPointerLeave}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2.5}
        fitView
        fitViewOptions={{ padding: 0.08 }}
        proOptions={{ hideAttribution: false }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--canvas-dots)" />
      </ReactFlow>
      <NodeSearch />
      <Announcer />
    </>
  );
}

const onPointerMove = ({ clientX, clientY }: PointerEvent) => seePointer({ x: clientX, y: clientY });
const onPointerLeave = () => seePointer(undefined);

/** On empty canvas; a double click on anything else is that thing's. */
const onDoubleClick = ({ target, clientX, clientY }: MouseEvent) => {
  if (target instanceof Element && target.classList.contains('react-flow__pane')) {
    openNodeSearch({ at: { x: clientX, y: clientY } });
  }
};

const onDragStart = () => {
  drags++;
};

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
