/** The face of a mask: what is in, and what decides that: a range of brightness, or the brush. */
import { Brush } from 'lucide-react';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { paintMask } from '../masks/painting-mask.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { useLocked } from '../state/editor.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';
import { useSizeOnWire } from './use-size-on-wire.ts';

function MaskFace({ id, node }: FaceProps) {
  const words = useWords();
  const size = useSizeOnWire(id, 'mask');
  const isLocked = useLocked();
  const paint = () => !isLocked && paintMask(id);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard it is the button below that opens the brush */}
      <div onDoubleClick={paint}>
        <FrameCanvas
          node={id}
          size={192}
          label={node.title ?? words('masks.canvas')}
          className={styles.picture}
        />
      </div>
      <Details essence={size}>
        {node.params.from !== 'painted' && <NodeParameter node={id} kind={node.kind} param="low" />}
        <div className={styles.caption}>
          <span className={styles.name} />
          <span className={styles.size}>{size ?? '–'}</span>
          <IconButton
            icon={Brush}
            label={words('masks.title')}
            className="nodrag"
            disabled={isLocked}
            onClick={paint}
          />
        </div>
      </Details>
    </>
  );
}

export const mask: FaceOfKind = { Face: MaskFace, width: 200 };
