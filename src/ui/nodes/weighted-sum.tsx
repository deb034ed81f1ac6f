import { useCallback } from 'react';
import { WeightsControl } from '../controls/weights-control.tsx';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { LossValue, ShareBar } from './live-numbers.tsx';

/** The tug of war: each term with its weight and how much of the sum it is just now. */
function WeightedSumFace({ id }: FaceProps) {
  const beside = useCallback((slot: string) => <ShareBar node={id} part={`${slot}/`} of="node" />, [id]);
  return (
    <Details essence={<LossValue node={id} />}>
      <div className={styles.heading}>
        <LossValue node={id} />
      </div>
      <div className={styles.weights}>
        <WeightsControl node={id} param="weights" over="slots" beside={beside} />
      </div>
    </Details>
  );
}

export const weightedSum: FaceOfKind = { Face: WeightedSumFace, width: 220 };
