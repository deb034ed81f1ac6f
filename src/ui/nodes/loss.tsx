/** Losses: what they come to now, their weight, and a slider and the share of each layer that is compared. */
import { useCallback } from 'react';
import { WeightsControl } from '../controls/weights-control.tsx';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { LossValue, ShareBar, SharePercent } from './live-numbers.tsx';
import { NodeParameter } from './node-parameter.tsx';

function PlainLossFace({ id, node }: FaceProps) {
  return (
    <Details essence={<LossValue node={id} />}>
      <Heading id={id} />
      <NodeParameter node={id} kind={node.kind} param="weight" />
    </Details>
  );
}

function LayeredLossFace({ id, node }: FaceProps) {
  const beside = useCallback((layer: string) => <ShareBar node={id} part={layer} of="node" />, [id]);
  return (
    <Details essence={<LossValue node={id} />}>
      <Heading id={id} />
      <NodeParameter node={id} kind={node.kind} param="weight" />
      <div className={styles.weights}>
        <WeightsControl node={id} param="weights" over="layers" beside={beside} />
      </div>
    </Details>
  );
}

const Heading = ({ id }: { readonly id: string }) => (
  <div className={styles.heading}>
    <LossValue node={id} />
    <SharePercent node={id} part="" of="all" />
  </div>
);

export const plainLoss: FaceOfKind = { Face: PlainLossFace, width: 220 };
export const layeredLoss: FaceOfKind = { Face: LayeredLossFace, width: 220 };
