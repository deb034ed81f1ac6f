/** What it means to let go of a wire: on a port, on a node, on nothing; for a new wire and for the end of another. */
import type { Connection, FinalConnectionState, HandleType } from '@xyflow/react';
import type { WireEnd } from '../../graph/connectable.ts';
import { wireKey } from '../../graph/ends.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { bodyPort } from './body-port.ts';
import { connectEnds, disconnect, reconnectEnd } from './connect-ports.ts';
import { draggedWire, letGoOfWire, takeUpWire } from './dragged-wire.ts';
import type { FlowEdge } from './flow-graph.ts';
import { portOfHandle } from './handle-id.ts';
import { openNodeSearch } from './node-search/node-search-state.ts';

/** A port as React Flow names it. */
interface FlowPort {
  readonly nodeId: string | null;
  readonly handleId: string | null;
  readonly handleType: HandleType | null;
}

export function wireEnd({ nodeId, handleId, handleType }: FlowPort): WireEnd {
  const node = nodeId ?? '';
  if (handleType === 'source') return { side: 'output', node, port: handleId ?? '' };
  const { port, slot } = portOfHandle(handleId ?? '');
  return { side: 'input', node, port, ...(slot !== undefined && { slot }) };
}

export function onConnectStart(_: MouseEvent | TouchEvent, port: FlowPort): void {
  // The end of another wire was taken up already.
  if (!draggedWire()) takeUpWire(wireEnd(port));
}

/** Whether the ports that React Flow found nearest may be wired: looked up, not worked out. */
export function fitsDraggedWire({
  source,
  sourceHandle,
  target,
  targetHandle,
}: Connection | FlowEdge): boolean {
  const wire = draggedWire();
  if (!wire) return true;
  return wire.end.side === 'output'
    ? wire.fits.has(wireKey({ node: target, port: portOfHandle(targetHandle ?? '').port }))
    : wire.fits.has(wireKey({ node: source, port: sourceHandle ?? '' }));
}

export function onConnect(connection: Connection): void {
  const [from, to] = endsOf(connection);
  joinEnds(from, to);
}

export function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  const wire = draggedWire();
  if (!wire || wire.edge !== undefined) return;
  letGoOfWire();
  if (state.isValid) return;
  const at = pointOf(event);
  if (dropOnPortOrNode(wire.end, state, at)) return;
  openNodeSearch({ at, connectedTo: wire.end });
}

export function onReconnectStart(_: unknown, edge: FlowEdge, stays: HandleType): void {
  const port =
    stays === 'source'
      ? { nodeId: edge.source, handleId: edge.sourceHandle ?? null }
      : { nodeId: edge.target, handleId: edge.targetHandle ?? null };
  takeUpWire(wireEnd({ ...port, handleType: stays }), edge.id);
}

export function onReconnect(edge: FlowEdge, connection: Connection): void {
  const [from, to] = endsOf(connection);
  const stays = draggedWire()?.end.side;
  joinEnds(...(stays === 'input' ? ([to, from] as const) : ([from, to] as const)), edge.id);
}

/** An end that is let go of over nothing takes its wire away. */
export function onReconnectEnd(
  event: MouseEvent | TouchEvent,
  edge: FlowEdge,
  _: HandleType,
  state: FinalConnectionState,
): void {
  const wire = draggedWire();
  letGoOfWire();
  if (!wire || state.isValid) return;
  if (!dropOnPortOrNode(wire.end, state, pointOf(event), edge.id)) disconnect(edge.id);
}

/** @returns whether there was anything at `at` to wire or to refuse. */
function dropOnPortOrNode(
  end: WireEnd,
  { toHandle }: FinalConnectionState,
  at: { readonly x: number; readonly y: number },
  edge?: string,
): boolean {
  if (toHandle) {
    const { nodeId, id, type } = toHandle;
    joinEnds(end, wireEnd({ nodeId, handleId: id ?? null, handleType: type }), edge);
    return true;
  }
  const id = document
    .elementFromPoint(at.x, at.y)
    ?.closest('.react-flow__node-node')
    ?.getAttribute('data-id');
  const node = id ? own(openDocument().nodes, id) : undefined;
  const kind = nodeKinds.get(node?.kind ?? '');
  if (!id || !kind) return false;
  if (id === end.node) return true;
  const port = bodyPort(openDocument(), id, kind, end);
  if (port !== undefined)
    joinEnds(end, { side: end.side === 'output' ? 'input' : 'output', node: id, port }, edge);
  else refuse(message(end.side === 'output' ? 'canvas.no-inputs' : 'canvas.no-outputs', { node: id }));
  return true;
}

/** Wires two ends, or takes the end of `edge` that is not at `one` to `other`; or says why not. */
export function joinEnds(one: WireEnd, other: WireEnd, edge?: string): void {
  if (one.side === other.side) {
    refuse(message(one.side === 'output' ? 'canvas.both-outputs' : 'canvas.both-inputs'));
    return;
  }
  const { side: _one, ...fixed } = one;
  const { side, ...free } = other;
  if (edge !== undefined) reconnectEnd(edge, side === 'output' ? { from: free } : { to: free });
  else if (side === 'output') connectEnds(free, fixed);
  else connectEnds(fixed, free);
}

const endsOf = ({
  source,
  sourceHandle,
  target,
  targetHandle,
}: Connection): readonly [from: WireEnd, to: WireEnd] => [
  wireEnd({ nodeId: source, handleId: sourceHandle, handleType: 'source' }),
  wireEnd({ nodeId: target, handleId: targetHandle, handleType: 'target' }),
];

export function pointOf(event: MouseEvent | TouchEvent): { readonly x: number; readonly y: number } {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
