import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';

function OutputFace({ id, node }: FaceProps) {
  const words = useWords();
  return (
    <FrameCanvas
      node={id}
      size={256}
      label={node.title ?? words('editor.region.viewer')}
      className={styles.picture}
    />
  );
}

export const output: FaceOfKind = { Face: OutputFace, width: 240 };
