import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo, useState } from 'react';
import { wireKey } from '../../graph/ends.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import styles from './canvas.module.css';
import type { FlowEdge } from './flow-graph.ts';
import { wireText } from './wire-text.ts';

/** A wire in the colour of what it carries, which it says when it is pointed at or selected. */
export const Wire = memo(function Wire(props: EdgeProps<FlowEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected } = props;
  const [isPointedAt, setPointedAt] = useState(false);
  const [path, labelX, labelY] = getBezierPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
  });
  const colour = data?.type ? `var(--wire-${data.type})` : 'var(--line-strong)';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only adds a label; the inspector says the same
    <g onPointerEnter={() => setPointedAt(true)} onPointerLeave={() => setPointedAt(false)}>
      <BaseEdge
        id={id}
        path={path}
        className={`${styles.wire} ${selected ? styles.wireSelected : ''}`}
        style={{ stroke: colour }}
        interactionWidth={18}
      />
      {(selected || isPointedAt) && data && (
        <EdgeLabelRenderer>
          <WireLabel wire={wireKey(data.edge.from)} x={labelX} y={labelY} />
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

function WireLabel({ wire, x, y }: { readonly wire: string; readonly x: number; readonly y: number }) {
  const words = useWords();
  const facts = usePainting(state => state.wires[wire]);
  if (!facts) return null;
  return (
    <div
      className={styles.wireLabel}
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    >
      {wireText(facts, words)}
    </div>
  );
}
