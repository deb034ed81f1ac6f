import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import type { CSSProperties } from 'react';
import { formatLoss } from '../../language/format.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { connected } from '../painting/connected.ts';
import { usePainting } from '../state/painting.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';

function OptimiserFace({ id, node }: FaceProps) {
  return (
    <>
      <Progress id={id} />
      <Details essence={<Count id={id} />}>
        <div className={styles.heading}>
          <Count id={id} />
          <Total id={id} />
        </div>
        <Playing id={id} />
        <div className={styles.longLabels}>
          <NodeParameter node={id} kind={node.kind} param="learningRate" />
        </div>
      </Details>
    </>
  );
}

interface PartProps {
  readonly id: string;
}

/** Hundredths: finer than it can be seen it need not be rendered. */
function Progress({ id }: PartProps) {
  const words = useWords();
  const percent = usePainting(({ runs, iterations }) => {
    const { iteration = 0, until = 1 } = iterations[id] ?? runs[id] ?? {};
    return Math.round((100 * iteration) / until);
  });
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={words('node.progress')}
      aria-valuenow={percent}
      style={{ '--share': percent / 100 } as CSSProperties}
    />
  );
}

function Count({ id }: PartProps) {
  const words = useWords();
  const iteration = usePainting(({ iterations, runs }) => (iterations[id] ?? runs[id])?.iteration);
  const until = usePainting(({ iterations, runs }) => (iterations[id] ?? runs[id])?.until);
  if (iteration === undefined || until === undefined) return null;
  return <span className={styles.value}>{words('node.iteration', { iteration, until })}</span>;
}

function Total({ id }: PartProps) {
  const words = useWords();
  const total = usePainting(({ iterations }) => iterations[id]?.total);
  if (total === undefined) return null;
  return (
    <span className={styles.percent} title={words('node.loss')}>
      {formatLoss(total)}
    </span>
  );
}

function Playing({ id }: PartProps) {
  const words = useWords();
  const state = usePainting(({ runs }) => runs[id]?.state);
  const mixed = usePainting(({ runs }) => runs[id]?.mixed ?? false);
  const isUnderWay = state === 'running' || state === 'preparing';
  const isStill = !isUnderWay && state !== 'paused';
  return (
    <div className={styles.playing}>
      <IconButton
        icon={isUnderWay ? Pause : Play}
        label={words(isUnderWay ? 'node.pause' : 'node.play')}
        className="nodrag"
        disabled={isStill}
        onClick={async () => (isUnderWay ? (await connected())?.pause(id) : (await connected())?.play(id))}
      />
      <IconButton
        icon={StepForward}
        label={words('node.step')}
        className="nodrag"
        disabled={isStill}
        onClick={async () => (await connected())?.step(id)}
      />
      <IconButton
        icon={RotateCcw}
        label={words('node.restart')}
        className="nodrag"
        disabled={state === undefined}
        onClick={async () => (await connected())?.restart(id)}
      />
      {mixed && (
        <span className={styles.mixed} title={words('node.mixed')}>
          {words('node.mixed-short')}
        </span>
      )}
    </div>
  );
}

export const optimiser: FaceOfKind = { Face: OptimiserFace, width: 230 };
