import { ViewportPortal } from '@xyflow/react';
import styles from './canvas.module.css';
import { useDrag } from './drag.ts';

/** The lines along which what is dragged is in line with others. */
export function SnapLines() {
  const lines = useDrag(state => state.lines);
  if (lines.length === 0) return null;
  return (
    <ViewportPortal>
      {lines.map(({ axis, at, from, to }) => (
        <div
          key={`${axis} ${at}`}
          className={styles.snapLine}
          style={
            axis === 'x'
              ? { left: at, top: from, width: 0, height: to - from }
              : { left: from, top: at, width: to - from, height: 0 }
          }
        />
      ))}
    </ViewportPortal>
  );
}
