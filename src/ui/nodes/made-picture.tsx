/** The faces of Decoder and Generator: the picture that they make, and the network that makes it. */

import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';
import { useSizeOnWire } from './use-size-on-wire.ts';

function MadePicture({ id, node }: FaceProps) {
  const words = useWords();
  const size = useSizeOnWire(id, 'image');
  const title = node.title ?? words(nodeKinds.get(node.kind)?.title ?? { en: '', zh: '' });
  return (
    <>
      <FrameCanvas node={id} size={256} label={title} className={styles.picture} />
      <div className={styles.caption}>
        <span className={styles.name} />
        <span className={styles.size}>{size}</span>
      </div>
      <NodeParameter node={id} kind={node.kind} param="network" />
    </>
  );
}

export const madePicture: FaceOfKind = { Face: MadePicture, width: 220 };
