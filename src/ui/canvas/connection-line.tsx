/** The wire while it is drawn: in the colour of what it would carry, and why it cannot end where it is. */
import { type ConnectionLineComponentProps, EdgeLabelRenderer, getBezierPath } from '@xyflow/react';
import { connect } from '../../graph/gestures/connect.ts';
import { type Message, message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { openDocument } from '../state/editor.ts';
import styles from './canvas.module.css';
import { useDraggedWire } from './dragged-wire.ts';
import type { FlowThing } from './flow-graph.ts';
import { useZoom } from './use-zoom.ts';
import { wireEnd } from './wire-gestures.ts';

export function ConnectionLine(props: ConnectionLineComponentProps<FlowThing>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus, toHandle } = props;
  const words = useWords();
  const zoom = useZoom();
  const wire = useDraggedWire(state => state.wire);
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const refusal =
    connectionStatus === 'invalid' && wire && toHandle ? refusalAt(wire.end, toHandle) : undefined;
  return (
    <>
      <path
        d={path}
        className={styles.drawn}
        data-status={connectionStatus}
        style={{ stroke: `var(--wire-${wire?.type})` }}
      />
      {refusal && (
        <EdgeLabelRenderer>
          <p
            className={styles.refusal}
            style={{ transform: `translate(${toX}px, ${toY}px) scale(${1 / zoom}) translate(-50%, 18px)` }}
          >
            {words(refusal)}
          </p>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

type WireEnd = ReturnType<typeof wireEnd>;

function refusalAt(
  end: WireEnd,
  {
    nodeId,
    id,
    type,
  }: { readonly nodeId: string; readonly id?: string | null; readonly type: 'source' | 'target' },
): Message | undefined {
  const other = wireEnd({ nodeId, handleId: id ?? null, handleType: type });
  if (other.side === end.side) {
    // On its way out of the socket a wire always passes it, and its neighbours.
    if (other.node === end.node) return undefined;
    return message(end.side === 'output' ? 'canvas.both-outputs' : 'canvas.both-inputs');
  }
  const [from, to] = end.side === 'output' ? [end, other] : [other, end];
  const { side: _, ...target } = to;
  const wired = connect(openDocument(), nodeKinds, from, target);
  return wired.allowed ? undefined : wired.reason;
}
