import type { NodeId } from '../../graph/document.ts';
import { useWords } from '../language/words.ts';
import { Segments } from './choice-control.tsx';
import { useEncoderLayers } from './encoder-layers.ts';
import { allOn, type Side, sideOf } from './layer-set.ts';
import { LayerStrip } from './layer-strip.tsx';
import styles from './parameter.module.css';

interface LayersControlProps {
  readonly node: NodeId;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly set: (chosen: readonly string[]) => void;
}

/** The strip of layers, and on which side of their ReLUs they are taken. */
export function LayersControl({ node, label, chosen, set }: LayersControlProps) {
  const words = useWords();
  const layers = useEncoderLayers(node);
  return (
    <div className={styles.layers}>
      <LayerStrip layers={layers} chosen={chosen} label={label} size="large" set={set} />
      <div className={styles.layersFoot}>
        <Segments
          label={words('control.tap-side')}
          choices={[
            { name: 'relu', text: words('control.after-relu') },
            { name: 'conv', text: words('control.before-relu') },
          ]}
          value={sideOf(chosen) ?? ''}
          set={side => set(allOn(chosen, side as Side))}
        />
      </div>
    </div>
  );
}
