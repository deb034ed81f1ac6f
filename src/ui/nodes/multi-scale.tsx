/** The face of Multi-scale: the sizes at which the picture is painted, the present one marked. */
import { indexOf } from '../../graph/document-index.ts';
import { growthOf } from '../../nodes/multi-scale.ts';
import { factorsUpTo } from '../../runtime/compile/scales.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';
import { useSizeOnWire } from './use-size-on-wire.ts';

function MultiScaleFace({ id, node }: FaceProps) {
  const words = useWords();
  const size = useSizeOnWire(id, 'picture');
  const whole = Math.max(...(size?.split(' × ').map(Number) ?? [0]));
  const { smallest = 128, growth } = node.params;
  const factors = whole > 0 ? factorsUpTo(whole, Number(smallest), growthOf(growth)) : [];
  const sides = [...factors, 1].map(factor => Math.round(whole * factor));
  const optimiser = useEditor(
    ({ history }) =>
      indexOf(history.document)
        .outgoing.get(id)
        ?.find(({ edge }) => edge.to.port === 'picture')?.edge.to.node,
  );
  const at = usePainting(({ runs }) => (optimiser === undefined ? undefined : runs[optimiser]?.scale?.at));
  return (
    <Details essence={whole > 0 ? `${sides[0]} → ${whole}` : undefined}>
      <NodeParameter node={id} kind={node.kind} param="smallest" />
      {whole > 0 && (
        <p className={styles.figure} title={words('node.scales')}>
          {sides.map((side, index) => (
            <span key={side} data-now={index + 1 === at || undefined}>
              {index > 0 && ' · '}
              {index + 1 === at ? <b>{side}</b> : side}
            </span>
          ))}
        </p>
      )}
    </Details>
  );
}

export const multiScale: FaceOfKind = { Face: MultiScaleFace, width: 200 };
