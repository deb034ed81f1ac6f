import type { Connection as FlowConnection } from '@xyflow/react';
import { checkConnection } from '../../graph/connection.ts';
import type { Source, Target } from '../../graph/document.ts';
import { edgeIdFor, targetKey } from '../../graph/ends.ts';
import { freeSlot } from '../../graph/insertion.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { portOfHandle } from './handle-id.ts';

/** The two ends that React Flow names, as ends of a wire of the open document. */
export function endsOf({ source, sourceHandle, target, targetHandle }: FlowConnection): {
  readonly from: Source;
  readonly to: Target;
} {
  const { isFree, ...at } = portOfHandle(targetHandle ?? '');
  const to: Target = { node: target, ...at };
  return {
    from: { node: source, port: sourceHandle ?? '' },
    to: isFree ? { ...to, slot: freeSlot(openDocument(), to, source) } : to,
  };
}

/** Wires two ports, or says why they cannot be wired and offers what would help. */
export function connectPorts(connection: FlowConnection): void {
  const { from, to } = endsOf(connection);
  const document = openDocument();
  const checked = checkConnection(document, nodeKinds, from, to);
  if (!checked.allowed) {
    refuse(checked.reason, checked.fix);
    return;
  }
  const label = message('editor.connect', { to: targetKey(to) });
  act([{ type: 'add-edge', id: edgeIdFor(document, to), edge: { from, to } }], { label });
}
