import { MiniMap } from '@xyflow/react';
import styles from './canvas.module.css';
import type { FlowThing } from './flow-graph.ts';
import { useCanvasView } from './view-state.ts';

const size = { width: 160, height: 110 };

/** All of the graph in small, to move about in. */
export function Minimap() {
  const isShown = useCanvasView(state => state.hasMinimap);
  if (!isShown) return null;
  return (
    <MiniMap<FlowThing>
      className={styles.minimap ?? ''}
      style={size}
      pannable
      zoomable
      nodeClassName={({ type, selected }) => `${styles.inSmall} ${type} ${selected ? 'chosen' : ''}`}
    />
  );
}
