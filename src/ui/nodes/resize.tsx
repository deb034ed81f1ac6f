import { indexOf } from '../../graph/document-index.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import styles from './faces.module.css';
import { NodeParameter } from './node-parameter.tsx';
import { useSizeOnWire } from './use-size-on-wire.ts';

function ResizeFace({ id, node }: FaceProps) {
  const words = useWords();
  const size = useSizeOnWire(id, 'image');
  const isLike = useEditor(({ history }) =>
    indexOf(history.document)
      .incoming.get(id)
      ?.some(({ edge }) => edge.to.port === 'like'),
  );
  return (
    <Details essence={size}>
      {isLike ? (
        <p className={styles.remark}>{words('node.like')}</p>
      ) : (
        <NodeParameter node={id} kind={node.kind} param="size" />
      )}
      <p className={styles.figure}>{size ?? '–'}</p>
    </Details>
  );
}

export const resize: FaceOfKind = { Face: ResizeFace, width: 200 };
