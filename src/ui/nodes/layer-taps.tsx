import { useCallback } from 'react';
import { layerTaps as kind } from '../../nodes/layer-taps.ts';
import { useEncoderLayers } from '../controls/encoder-layers.ts';
import { shortNames } from '../controls/layer-set.ts';
import { LayerStrip } from '../controls/layer-strip.tsx';
import { parameterValue, setParameter } from '../controls/set-parameter.ts';
import { useWords } from '../language/words.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { Preview } from './preview.tsx';

function LayerTapsFace({ id, node }: FaceProps) {
  const words = useWords();
  const layers = useEncoderLayers(id);
  const parameter = kind.params.layers;
  const chosen = parameter ? (parameterValue(parameter, node.params.layers) as readonly string[]) : [];
  const set = useCallback((value: readonly string[]) => setParameter(id, 'layers', value), [id]);
  return (
    <>
      <LayerStrip
        layers={layers}
        chosen={chosen}
        label={words(parameter?.title ?? kind.title)}
        size="small"
        set={set}
      />
      <Details>
        <p className={styles.layers} title={chosen.join(', ')}>
          {shortNames(chosen)}
        </p>
      </Details>
      <Preview node={id} size={192} label={node.title ?? words(kind.title)} look="features" />
    </>
  );
}

export const layerTaps: FaceOfKind = { Face: LayerTapsFace, width: 210 };
