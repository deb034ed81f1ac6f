import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { ParameterControl } from '../controls/parameter-control.tsx';
import { useHidden } from '../state/editor.ts';

interface NodeParameterProps {
  readonly node: NodeId;
  readonly kind: string;
  readonly param: string;
}

/** The control of a parameter on the node itself. */
export function NodeParameter({ node, kind, param }: NodeParameterProps) {
  const parameter = own(nodeKinds.get(kind)?.params ?? {}, param);
  const isHidden = useHidden(`${node}.${param}`);
  if (!parameter || isHidden) return null;
  return (
    <div style={{ display: 'contents' }} data-parameter={`${node}.${param}`}>
      <ParameterControl node={node} param={param} parameter={parameter} />
    </div>
  );
}
