/**
 * A node on the canvas: its title, its sockets, how it is, and the face of its kind. It renders when its own entry
 * of the document or of the painting changes, and for nothing else.
 */
import { type NodeProps, useStore } from '@xyflow/react';
import { lazy, memo, Suspense } from 'react';
import { nodeKinds } from '../../nodes/registry.ts';
import { countRender } from '../canvas/count-renders.ts';
import type { FlowNode } from '../canvas/flow-graph.ts';
import { useNodeSearch } from '../canvas/node-search/node-search-state.ts';
import { Sockets } from '../canvas/sockets.tsx';
import { useWords } from '../language/words.ts';
import { LensButton } from '../lenses/lens-button.tsx';
import { usePainting } from '../state/painting.ts';
import { faceOf } from './faces.ts';
import { TurnButton } from './formula/turn-button.tsx';
import { useTurned } from './formula/turned.ts';
import styles from './graph-node-view.module.css';
import { NodeProblem } from './node-problem.tsx';
import { NodeState } from './node-state.tsx';

const FormulaFace = lazy(async () => ({ default: (await import('./formula/formula-face.tsx')).FormulaFace }));

/** Below this, text is too small to be read. */
const legible = 0.45;

const isFarAway = (state: { readonly transform: readonly [number, number, number] }) =>
  state.transform[2] < legible;

export const GraphNodeView = memo(function GraphNodeView({ id, data, selected }: NodeProps<FlowNode>) {
  countRender('node', id);
  const words = useWords();
  const kind = nodeKinds.get(data.node.kind);
  const report = usePainting(state => state.reports[id]);
  const problems = usePainting(state => state.problemsAt[id]);
  const { Face, width } = faceOf(data.node.kind);
  const isFar = useStore(isFarAway);
  const isAimedAt = useNodeSearch(({ aim }) => aim === id);
  const isTurned = useTurned(({ nodes }) => nodes.has(id));
  const error = problems?.find(({ severity }) => severity === 'error');
  return (
    <div
      className={styles.node}
      data-selected={selected}
      data-aimed={isAimedAt || undefined}
      data-state={error ? 'failed' : report?.state}
      data-flow={data.node.flow}
      data-far={isFar}
      style={{ width }}
    >
      <header className={styles.header}>
        <span className={styles.title}>{data.node.title ?? (kind ? words(kind.title) : data.node.kind)}</span>
        {kind && kind.formula !== '' && <TurnButton node={id} isTurned={isTurned} />}
        <LensButton node={id} />
        <NodeState state={error ? 'failed' : report?.state} flow={data.node.flow} />
      </header>
      {kind && <Sockets id={id} kind={kind} />}
      <div className={styles.face}>
        {isTurned && !isFar ? (
          <Suspense>
            <FormulaFace id={id} node={data.node} />
          </Suspense>
        ) : (
          <Face id={id} node={data.node} />
        )}
      </div>
      {error ? (
        <NodeProblem problem={error} />
      ) : (
        report?.state === 'failed' &&
        report.why && (
          <p className={styles.error} role="status">
            {words(report.why)}
          </p>
        )
      )}
    </div>
  );
});
