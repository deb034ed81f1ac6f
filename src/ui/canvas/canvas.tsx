/** The graph, to be wired. React Flow draws it and hears the pointer; what a gesture means is an edit of the document. */
import '@xyflow/react/dist/base.css';
import {
  type AriaLabelConfig,
  Background,
  BackgroundVariant,
  type NodeChange,
  type OnNodeDrag,
  type OnNodesChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useCallback, useMemo } from 'react';
import { useWords } from '../language/words.ts';
import { GraphNodeView } from '../nodes/graph-node-view.tsx';
import { isLockedNow, useLocked } from '../state/editor.ts';
import { FrameView } from './annotations/frame-view.tsx';
import { NoteView } from './annotations/note-view.tsx';
import { Announcer } from './announce.tsx';
import { addBend } from './bends.ts';
import styles from './canvas.module.css';
import { onCanvasKey, onCanvasKeyUp } from './canvas-keys.ts';
import { selectChangedThings, selectChangedWires } from './changes.ts';
import { ConnectionLine } from './connection-line.tsx';
import { dragOver, endDrag, moveDragged, startDrag } from './drag.ts';
import { useDraggedWire } from './dragged-wire.ts';
import { EmptyCanvas } from './empty-canvas.tsx';
import { seePointer, showFlow, shownFlow } from './flow.ts';
import type { FlowEdge, FlowThing } from './flow-graph.ts';
import { Minimap } from './minimap.tsx';
import { NodeSearch } from './node-search/node-search.tsx';
import { openNodeSearch } from './node-search/node-search-state.ts';
import { fitViewOptions, useShowOpened } from './show-opened.ts';
import { SnapLines } from './snap-lines.tsx';
import { onSecondTap, useForgottenTaps } from './tapped-wire.ts';
import { useClipboard } from './use-clipboard.ts';
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
  pointOf,
} from './wire-gestures.ts';

const nodeTypes = { node: GraphNodeView, frame: FrameView, note: NoteView };
const edgeTypes = { wire: Wire };
const multiSelectionKeys = ['Shift', 'Control', 'Meta'];

interface CanvasProps {
  /** It is a part of somebody else's page, which goes on scrolling over it. */
  readonly isEmbedded?: boolean;
}

export function Canvas({ isEmbedded = false }: CanvasProps) {
  return (
    <ReactFlowProvider>
      <FlowCanvas isEmbedded={isEmbedded} />
    </ReactFlowProvider>
  );
}

function FlowCanvas({ isEmbedded }: Required<CanvasProps>) {
  const words = useWords();
  const { nodes, edges, measure } = useFlowGraph();
  const isLocked = useLocked();
  const isWiring = useDraggedWire(({ wire }) => wire !== undefined);
  useClipboard();
  useShowOpened();
  useForgottenTaps();

  const onNodesChange = useCallback<OnNodesChange<FlowThing>>(
    (changes: NodeChange<FlowThing>[]) => {
      measure(changes);
      selectChangedThings(changes);
      moveDragged(changes);
    },
    [measure],
  );
  const labels = useMemo<Partial<AriaLabelConfig>>(
    () => ({
      'node.a11yDescription.default': words('canvas.how-nodes'),
      'node.a11yDescription.keyboardDisabled': words('canvas.how-nodes'),
      'minimap.ariaLabel': words('canvas.minimap'),
    }),
    [words],
  );

  return (
    <>
      <ReactFlow<FlowThing, FlowEdge>
        className={styles.canvas}
        aria-label={words('editor.region.canvas')}
        aria-description={words('canvas.how-canvas')}
        ariaLabelConfig={labels}
        tabIndex={0}
        data-wiring={isWiring || undefined}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={showFlow}
        onNodesChange={onNodesChange}
        onEdgesChange={selectChangedWires}
        onNodeDragStart={onDragStart}
        onNodeDrag={onDrag}
        onNodeDragStop={endDrag}
        onSelectionDragStart={startDrag}
        onSelectionDragStop={endDrag}
        onConnectStart={onConnectStart}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onClickConnectStart={onConnectStart}
        onClickConnectEnd={onSecondTap}
        onReconnectStart={onReconnectStart}
        onReconnect={onReconnect}
        onReconnectEnd={onReconnectEnd}
        isValidConnection={fitsDraggedWire}
        connectionLineComponent={ConnectionLine}
        connectionRadius={28}
        reconnectRadius={12}
        onDoubleClick={onDoubleClick}
        onEdgeDoubleClick={onEdgeDoubleClick}
        onPointerMove={onPointerMove}
        onPointerLeave={onPointerLeave}
        onKeyDown={onCanvasKey}
        onKeyUp={onCanvasKeyUp}
        disableKeyboardA11y
        edgesFocusable={false}
        zoomOnScroll={!isEmbedded}
        preventScrolling={!isEmbedded}
        nodesDraggable={!isLocked}
        nodesConnectable={!isLocked}
        edgesReconnectable={!isLocked}
        deleteKeyCode={null}
        // Space paints and pauses; dragging pans without it.
        panActivationKeyCode={null}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={multiSelectionKeys}
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2.5}
        fitView
        fitViewOptions={fitViewOptions}
        proOptions={{ hideAttribution: false }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--canvas-dots)" />
        <SnapLines />
        <Minimap />
      </ReactFlow>
      <EmptyCanvas />
      <NodeSearch />
      <Announcer />
    </>
  );
}

const onDragStart: OnNodeDrag<FlowThing> = (event, _, dragged) => startDrag(event, dragged);
const onDrag: OnNodeDrag<FlowThing> = event => dragOver(pointOf(event));

const onPointerMove = ({ clientX, clientY }: PointerEvent) => seePointer({ x: clientX, y: clientY });
const onPointerLeave = () => seePointer(undefined);

/** On empty canvas; a double click on anything else is that thing's. */
const onDoubleClick = ({ target, clientX, clientY }: MouseEvent) => {
  if (isLockedNow()) return;
  if (target instanceof Element && target.classList.contains('react-flow__pane')) {
    openNodeSearch({ at: { x: clientX, y: clientY } });
  }
};

const onEdgeDoubleClick = ({ clientX, clientY }: MouseEvent, { id }: FlowEdge) => {
  if (isLockedNow()) return;
  const at = shownFlow()?.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
  if (at) addBend(id, at);
};
