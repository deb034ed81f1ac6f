import { type PointerEvent, useRef } from 'react';
import type { EdgeId, Position } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { act, endGesture, openDocument } from '../state/editor.ts';
import styles from './canvas.module.css';
import { shownFlow } from './flow.ts';
import type { FlowEdge } from './flow-graph.ts';
import { curvesThrough, nearestCurve } from './wire-path.ts';

interface WirePointProps {
  readonly edge: EdgeId;
  readonly index: number;
  readonly point: Position;
}

let drags = 0;

/** A point that a wire is led through: dragged to elsewhere, gone with a double click. */
export function WirePoint({ edge, index, point: { x, y } }: WirePointProps) {
  const merge = useRef('');
  const move = ({ clientX, clientY }: PointerEvent) => {
    const at = shownFlow()?.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    if (!at || merge.current === '') return;
    const to = { x: Math.round(at.x), y: Math.round(at.y) };
    leadWire(edge, via => via.with(index, to), merge.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only leads the wire around something, for the eye
    <g
      className={styles.wirePoint}
      transform={`translate(${x} ${y})`}
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        merge.current = `lead wire ${drags++}`;
      }}
      onPointerMove={move}
      onPointerUp={() => {
        merge.current = '';
        endGesture();
      }}
      onDoubleClick={event => {
        event.stopPropagation();
        leadWire(edge, via => via.toSpliced(index, 1));
      }}
    >
      <circle r="12" className={styles.wirePointTarget} />
      <circle r="4.5" />
    </g>
  );
}

/** Changes the points that a wire is led through. */
export function leadWire(
  edge: EdgeId,
  change: (via: readonly Position[]) => readonly Position[],
  merge?: string,
): void {
  const via = own(openDocument().edges, edge)?.via ?? [];
  act([{ type: 'set-via', edge, via: change(via) }], {
    label: message('canvas.lead-wire'),
    ...(merge !== undefined && { merge }),
  });
}

/** Leads a wire through one more point, between those that it lies between. */
export function addWirePoint(id: EdgeId, at: Position): void {
  const edge = shownFlow()?.getEdge(id);
  const [from, to] = edge ? endsOnCanvas(edge) : [];
  if (!from || !to) return;
  const via = own(openDocument().edges, id)?.via ?? [];
  const index = nearestCurve(curvesThrough([from, ...via, to]), at);
  leadWire(id, via => via.toSpliced(index, 0, { x: Math.round(at.x), y: Math.round(at.y) }));
}

/** The middles of the sockets that a wire joins. */
function endsOnCanvas({ source, sourceHandle, target, targetHandle }: FlowEdge): readonly Position[] {
  const flow = shownFlow();
  return [
    { node: flow?.getInternalNode(source), side: 'source' as const, handle: sourceHandle },
    { node: flow?.getInternalNode(target), side: 'target' as const, handle: targetHandle },
  ].flatMap(({ node, side, handle }) => {
    const bounds = node?.internals.handleBounds?.[side]?.find(({ id }) => id === handle);
    if (!node || !bounds) return [];
    const { x, y } = node.internals.positionAbsolute;
    return [{ x: x + bounds.x + bounds.width / 2, y: y + bounds.y + bounds.height / 2 }];
  });
}
