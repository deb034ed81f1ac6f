import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { gramMatrix as kind } from '../../nodes/gram-matrix.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { useLayersOnWire } from './use-size-on-wire.ts';

function GramMatrixFace({ id, node }: FaceProps) {
  const words = useWords();
  const layers = useLayersOnWire(id, 'gram');
  const [asked, setAsked] = useState<string>();
  const layer = asked !== undefined && layers.includes(asked) ? asked : layers.at(-1);
  return (
    <>
      <div className={styles.preview}>
        <FrameCanvas
          node={id}
          size={180}
          entry={layer}
          label={words('node.preview', { what: `${node.title ?? words(kind.title)}, ${layer ?? ''}` })}
          className={styles.matrix}
        />
        <p className={styles.noPreview}>{words('node.changes')}</p>
      </div>
      {layers.length > 1 && (
        <Details>
          <ToggleGroup.Root
            type="single"
            className={`${styles.layerSwitch} nodrag`}
            aria-label={words('node.layer')}
            value={layer ?? ''}
            onValueChange={chosen => chosen !== '' && setAsked(chosen)}
            onKeyDown={event => event.stopPropagation()}
          >
            {layers.map(name => (
              <ToggleGroup.Item
                key={name}
                value={name}
                className={styles.layerName}
                aria-label={name}
                title={name}
              >
                {name.replace(/^[a-z]+/, '')}
              </ToggleGroup.Item>
            ))}
          </ToggleGroup.Root>
        </Details>
      )}
    </>
  );
}

export const gramMatrix: FaceOfKind = { Face: GramMatrixFace, width: 190 };
