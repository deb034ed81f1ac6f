/** Statistics that are a square matrix for each layer, as heat-maps. */
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import type { NodeKind } from '../../graph/kind.ts';
import { covariance as covarianceKind } from '../../nodes/covariance.ts';
import { gramMatrix as gramKind } from '../../nodes/gram-matrix.ts';
import { keepPlainKeys } from '../controls/keep-plain-keys.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { followsPicture } from './follows-picture.ts';
import { Preview } from './preview.tsx';
import { useLayersOnWire } from './use-size-on-wire.ts';

interface MatrixProps extends FaceProps {
  readonly kind: NodeKind;
  /** The output whose layers are shown. */
  readonly port: string;
}

function MatrixFace({ id, node, kind, port }: MatrixProps) {
  const words = useWords();
  const layers = useLayersOnWire(id, port);
  const [asked, setAsked] = useState<string>();
  const isMoving = useEditor(({ history }) => followsPicture(history.document, id));
  const layer = asked !== undefined && layers.includes(asked) ? asked : layers.at(-1);
  return (
    <>
      <Preview
        node={id}
        size={180}
        entry={layer}
        label={`${node.title ?? words(kind.title)}, ${layer ?? ''}`}
        look="matrix"
      />
      {layers.length > 1 && !isMoving && (
        <Details>
          <ToggleGroup.Root
            type="single"
            className={`${styles.layerSwitch} nodrag`}
            aria-label={words('node.layer')}
            value={layer ?? ''}
            onValueChange={chosen => chosen !== '' && setAsked(chosen)}
            onKeyDown={keepPlainKeys}
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

const matrixOf = (kind: NodeKind, port: string): FaceOfKind => ({
  Face: given => <MatrixFace {...given} kind={kind} port={port} />,
  width: 190,
});

export const gramMatrix = matrixOf(gramKind, 'gram');
export const covariance = matrixOf(covarianceKind, 'covariance');
