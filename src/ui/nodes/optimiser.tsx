import { formatLoss } from '../../language/format.ts';
import { usePainting } from '../state/painting.ts';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';

function OptimiserFace({ id }: FaceProps) {
  const iteration = usePainting(state => state.iterations[id]);
  if (!iteration) return null;
  return (
    <div className={styles.progress}>
      <progress value={iteration.iteration} max={iteration.until} />
      <span>
        {iteration.iteration} / {iteration.until}
      </span>
      <span>{formatLoss(iteration.total)}</span>
    </div>
  );
}

export const optimiser: FaceOfKind = { Face: OptimiserFace, width: 210 };
