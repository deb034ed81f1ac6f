/** The face of whatever makes an image or a mask: what it makes, how large that is, and its foremost parameter. */
import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';
import { useSizeOnWire } from './use-size-on-wire.ts';

/** @param param The parameter that is changed most, where there is one. */
export function imageMaker(param?: string): FaceOfKind {
  function ImageMakerFace({ id, node }: FaceProps) {
    const words = useWords();
    const kind = nodeKinds.get(node.kind);
    const size = useSizeOnWire(id, Object.keys(kind?.outputs ?? {})[0] ?? 'image');
    const title = node.title ?? (kind ? words(kind.title) : node.kind);
    return (
      <>
        <FrameCanvas node={id} size={192} label={title} className={styles.picture} />
        <Details essence={size}>
          {param !== undefined && <NodeParameter node={id} kind={node.kind} param={param} />}
          <p className={styles.figure}>{size ?? '–'}</p>
        </Details>
      </>
    );
  }
  return { Face: ImageMakerFace, width: 200 };
}
