/** The inputs and outputs of a node. While a wire is drawn, those that fit it stay lit and the others dim. */
import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import type { NodeId } from '../../graph/document.ts';
import type { NodeKind } from '../../graph/kind.ts';
import type { PortType } from '../../graph/port-type.ts';
import { portTypeName } from '../../graph/port-type-text.ts';
import { useWords } from '../language/words.ts';
import { slotsOf } from '../nodes/slots-of.ts';
import { useEditor } from '../state/editor.ts';
import { countRender } from './count-renders.ts';
import { fitOf, useDraggedWire } from './dragged-wire.ts';
import { freeHandle, handleId, portOfHandle } from './handle-id.ts';
import { NodeName } from './node-name.tsx';
import { SocketShape } from './socket-shape.tsx';
import styles from './sockets.module.css';

export const Sockets = memo(function Sockets({ id, kind }: { readonly id: NodeId; readonly kind: NodeKind }) {
  countRender('sockets', id);
  const words = useWords();
  // A text of the slots is the same as long as the wires into this node are.
  const slots = useEditor(state => slotsOf(state.history.document, id).join(' '));
  const wired = slots === '' ? [] : slots.split(' ');
  const inputs = Object.entries(kind.inputs).flatMap(([port, { type, arity, title }]) => {
    if (arity !== 'many') return [{ handle: port, type, title: words(title), isWired: wired.includes(port) }];
    const taken = wired.filter(handle => handle.startsWith(`${port}/`));
    return [
      ...taken.map(handle => ({ handle, type, title: handle.slice(port.length + 1), isWired: true })),
      { handle: freeHandle(port), type, title: words('canvas.next-wire'), isWired: false },
    ];
  });
  return (
    <div className={styles.sockets}>
      <NodeName id={id} kind={kind} />
      <div>
        {inputs.map(input => (
          <Socket key={input.handle} node={id} side="input" {...input} />
        ))}
      </div>
      <div>
        {Object.entries(kind.outputs).map(([port, { type, title }]) => (
          <Socket
            key={port}
            node={id}
            side="output"
            handle={handleId({ port })}
            type={type}
            title={words(title)}
            isWired
          />
        ))}
      </div>
    </div>
  );
});

interface SocketProps {
  readonly node: NodeId;
  readonly side: 'input' | 'output';
  readonly handle: string;
  readonly type: PortType;
  readonly title: string;
  readonly isWired: boolean;
}

const Socket = memo(function Socket({ node, side, handle, type, title, isWired }: SocketProps) {
  const words = useWords();
  const fit = useDraggedWire(({ wire }) => fitOf(wire, side, node, portOfHandle(handle).port));
  return (
    <div className={styles[side]} data-fit={fit} data-free={handle.endsWith('/') || undefined}>
      <Handle
        id={handle}
        type={side === 'input' ? 'target' : 'source'}
        position={side === 'input' ? Position.Left : Position.Right}
        className={styles.socket}
        style={{ color: `var(--wire-${type})` }}
        data-wired={isWired}
        title={words(portTypeName[type])}
      >
        <SocketShape type={type} />
      </Handle>
      {title}
    </div>
  );
});
