import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { wireKey } from '../../graph/ends.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { Bends } from './bend.tsx';
import styles from './canvas.module.css';
import { countRender } from './count-renders.ts';
import { useDrag } from './drag.ts';
import type { FlowEdge } from './flow-graph.ts';
import { useZoom } from './use-zoom.ts';
import { curvesThrough, middleOf, pathOf } from './wire-path.ts';
import { wireText } from './wire-text.ts';

/** A wire in the colour of what it carries, which it says when it is pointed at or selected. */
export const Wire = memo(function Wire(props: EdgeProps<FlowEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, data, selected } = props;
  countRender('wire', id);
  const [isPointedAt, setPointedAt] = useState(false);
  // Of many that are selected, none could be read.
  const isChosen = useEditor(
    ({ selection: { edges, nodes } }) => edges.size === 1 && nodes.size === 0 && edges.has(id),
  );
  const takesNode = useDrag(({ into }) => into === id);
  const via = data?.edge.via ?? [];
  const curves = curvesThrough([{ x: sourceX, y: sourceY }, ...via, { x: targetX, y: targetY }]);
  const middle = middleOf(curves);
  const colour = data?.type ? `var(--wire-${data.type})` : 'var(--line-strong)';
  return (
    <g
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      style={{ color: colour }}
    >
      <BaseEdge
        id={id}
        path={pathOf(curves)}
        className={styles.wire ?? ''}
        data-state={wireState(takesNode, selected ?? false, isPointedAt)}
        data-off={data?.isOff || undefined}
        interactionWidth={18}
      />
      {data && via.length > 0 && <Bends id={id} edge={data.edge} />}
      {(isChosen || isPointedAt) && data && (
        <EdgeLabelRenderer>
          <WireLabel wire={wireKey(data.edge.from)} x={middle.x} y={middle.y} />
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

function wireState(takesNode: boolean, isSelected: boolean, isPointedAt: boolean) {
  if (takesNode) return 'takes-node';
  if (isSelected) return 'selected';
  return isPointedAt ? 'pointed-at' : undefined;
}

function WireLabel({ wire, x, y }: { readonly wire: string; readonly x: number; readonly y: number }) {
  const words = useWords();
  const zoom = useZoom();
  const facts = usePainting(state => state.wires[wire]);
  if (!facts) return null;
  return (
    <div
      className={styles.wireLabel}
      style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(-50%, -50%)` }}
    >
      {wireText(facts, words)}
    </div>
  );
}
