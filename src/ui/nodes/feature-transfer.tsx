/** The faces of Match statistics and of Whitening and colouring: their sliders. */
import { indexOf } from '../../graph/document-index.ts';
import { useEditor } from '../state/editor.ts';
import { Details } from './details.tsx';
import type { FaceOfKind, FaceProps } from './face.ts';
import { NodeParameter } from './node-parameter.tsx';

function TransferFace({ id, node }: FaceProps) {
  const hasSecond = useEditor(({ history }) =>
    indexOf(history.document)
      .incoming.get(id)
      ?.some(({ edge }) => edge.to.port === 'other'),
  );
  return (
    <Details>
      <NodeParameter node={id} kind={node.kind} param="strength" />
      {hasSecond && <NodeParameter node={id} kind={node.kind} param="mix" />}
    </Details>
  );
}

export const featureTransfer: FaceOfKind = { Face: TransferFace, width: 220 };
