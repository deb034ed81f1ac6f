/**
 * A node on the canvas: its title, its sockets, how it is, and the face of its kind. It renders when its own entry
 * of the document or of the painting changes, and for nothing else.
 */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import type { NodeKind } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { FlowNode } from '../canvas/flow-graph.ts';
import { freeHandle, handleId } from '../canvas/handle-id.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { faceOf } from './faces.ts';
import styles from './graph-node-view.module.css';
import { NodeState } from './node-state.tsx';
import { slotsOf } from './slots-of.ts';

export const GraphNodeView = memo(function GraphNodeView({ id, data, selected }: NodeProps<FlowNode>) {
  const words = useWords();
  const kind = nodeKinds.get(data.node.kind);
  const report = usePainting(state => state.reports[id]);
  const problems = usePainting(state => state.problemsAt[id]);
  const { Face, width } = faceOf(data.node.kind);
  const error = problems?.find(({ severity }) => severity === 'error');
  return (
    <div
      className={styles.node}
      data-selected={selected}
      data-state={error ? 'failed' : report?.state}
      style={{ width }}
    >
      <header className={styles.header}>
        <span className={styles.title}>{data.node.title ?? (kind ? words(kind.title) : data.node.kind)}</span>
        <NodeState report={report} />
      </header>
      {kind && <Sockets id={id} kind={kind} />}
      <div className={styles.face}>
        <Face id={id} node={data.node} />
      </div>
      {error && (
        <p className={styles.error} role="status">
          {words(error.reason)}
        </p>
      )}
    </div>
  );
});

function Sockets({ id, kind }: { readonly id: string; readonly kind: NodeKind }) {
  const words = useWords();
  // A text of the slots is the same as long as the wires into this node are.
  const slots = useEditor(state => slotsOf(state.history.document, id).join(' '));
  const wired = slots === '' ? [] : slots.split(' ');
  const inputs = Object.entries(kind.inputs).flatMap(([port, { type, arity, title }]) => {
    if (arity !== 'many') return [{ handle: port, type, title: words(title), isWired: wired.includes(port) }];
    const taken = wired.filter(handle => handle.startsWith(`${port}/`));
    return [
      ...taken.map(handle => ({ handle, type, title: handle.slice(port.length + 1), isWired: true })),
      { handle: freeHandle(port), type, title: '+', isWired: false },
    ];
  });
  return (
    <div className={styles.sockets}>
      <div>
        {inputs.map(({ handle, type, title, isWired }) => (
          <div key={handle} className={styles.input}>
            <Handle
              id={handle}
              type="target"
              position={Position.Left}
              className={styles.socket}
              data-type={type}
              data-wired={isWired}
            />
            {title}
          </div>
        ))}
      </div>
      <div>
        {Object.keys(kind.outputs).map(port => {
          const output = own(kind.outputs, port);
          return (
            output && (
              <div key={port} className={styles.output}>
                {words(output.title)}
                <Handle
                  id={handleId({ port })}
                  type="source"
                  position={Position.Right}
                  className={styles.socket}
                  data-type={output.type}
                  data-wired="true"
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
