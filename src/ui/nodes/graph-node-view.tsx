/**
 * A node on the canvas: its title, its sockets, how it is, and the face of its kind. It renders when its own entry
 * of the document or of the painting changes, and for nothing else.
 */
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { nodeKinds } from '../../nodes/registry.ts';
import type { FlowNode } from '../canvas/flow-graph.ts';
import { Sockets } from '../canvas/sockets.tsx';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import { faceOf } from './faces.ts';
import styles from './graph-node-view.module.css';
import { NodeState } from './node-state.tsx';

export const GraphNodeView = memo(function GraphNodeView({ id, data, selected }: NodeProps<FlowNode>) {
  const words = useWords();
  const kind = nodeKinds.get(data.node.kind);
  const report = usePainting(state => state.reports[id]);
  const problems = usePainting(state => state.problemsAt[id]);
  const { Face, width } = faceOf(data.node.kind);
  const error = problems?.find(({ severity }) => severity === 'error');
  return (
    <div
      className={styles.node}
      data-selected={selected}
      data-state={error ? 'failed' : report?.state}
      style={{ width }}
    >
      <header className={styles.header}>
        <span className={styles.title}>{data.node.title ?? (kind ? words(kind.title) : data.node.kind)}</span>
        <NodeState report={report} />
      </header>
      {kind && <Sockets id={id} kind={kind} />}
      <div className={styles.face}>
        <Face id={id} node={data.node} />
      </div>
      {error && (
        <p className={styles.error} role="status">
          {words(error.reason)}
        </p>
      )}
    </div>
  );
});
