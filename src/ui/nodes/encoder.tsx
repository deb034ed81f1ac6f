import { wireKey } from '../../graph/ends.ts';
import { encoder as kind } from '../../nodes/encoder.ts';
import { useEncoderLayers } from '../controls/encoder-layers.ts';
import { allOn } from '../controls/layer-set.ts';
import { LayerStrip } from '../controls/layer-strip.tsx';
import { parameterValue } from '../controls/set-parameter.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';

function EncoderFace({ id, node }: FaceProps) {
  const words = useWords();
  const layers = useEncoderLayers(id);
  const title = usePainting(({ wires }) => {
    const known = wires[wireKey({ node: id, port: 'encoder' })]?.title;
    return typeof known === 'object' ? known[words.language] : known;
  });
  const name = title ?? String(node.params.weights ?? '');
  const { pooling } = kind.params;
  const choices = pooling?.control.type === 'choice' ? pooling.control.choices : {};
  const chosen = pooling && choices[String(parameterValue(pooling, node.params.pooling))];
  return (
    <>
      <div className={styles.encoder}>
        <LayerStrip layers={layers} chosen={allOn(layers, 'relu')} label={name} size="small" />
      </div>
      <Details essence={name}>
        <p className={styles.caption}>
          <span className={styles.name}>{name}</span>
          {pooling && chosen && (
            <span className={styles.size}>
              {words(pooling.title)}: {words(chosen)}
            </span>
          )}
        </p>
      </Details>
    </>
  );
}

export const encoder: FaceOfKind = { Face: EncoderFace, width: 210 };
