import { ImageUp } from 'lucide-react';
import { IconButton } from '../controls/icon-button.tsx';
import { useImageName } from '../controls/image-name.ts';
import { chooseImage } from '../images/choose-image.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { useSizeOnWire } from './use-size-on-wire.ts';

function ImageFace({ id, node }: FaceProps) {
  const words = useWords();
  const name = useImageName(String(node.params.source ?? ''));
  const size = useSizeOnWire(id, 'image');
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard it is the button below that opens the pictures */}
      <div onDoubleClick={() => chooseImage(id)}>
        <FrameCanvas node={id} size={256} label={name} className={styles.picture} />
      </div>
      <div className={styles.caption}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.size}>{size}</span>
        <IconButton
          icon={ImageUp}
          label={words('control.choose-image')}
          className="nodrag"
          onClick={() => chooseImage(id)}
        />
      </div>
    </>
  );
}

export const image: FaceOfKind = { Face: ImageFace, width: 200 };
