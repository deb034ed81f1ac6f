import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';

/** What the painting starts from. */
function PictureFace({ id, node }: FaceProps) {
  const words = useWords();
  return (
    <>
      <FrameCanvas node={id} size={192} label={words('node.starts-from')} className={styles.picture} />
      <Details>
        <NodeParameter node={id} kind={node.kind} param="noise" />
      </Details>
    </>
  );
}

export const picture: FaceOfKind = { Face: PictureFace, width: 200 };
