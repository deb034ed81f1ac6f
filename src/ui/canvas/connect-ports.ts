/** Wires that are made, moved and taken away: edits of the document, or a refusal with what would help. */
import type { Connection as FlowConnection } from '@xyflow/react';
import { applyEdits } from '../../graph/apply.ts';
import { checkConnection } from '../../graph/connection.ts';
import type { EdgeId, GraphDocument, Source, Target } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { edgeIdFor, targetKey } from '../../graph/ends.ts';
import { withSlot } from '../../graph/insertion.ts';
import { own } from '../../graph/own.ts';
import { type Message, message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { portOfHandle } from './handle-id.ts';

/** Wires the two ports that React Flow names. */
export function connectPorts(
  { source, sourceHandle, target, targetHandle }: FlowConnection,
  replaced?: EdgeId,
): void {
  const { port, slot } = portOfHandle(targetHandle ?? '');
  const to: Target = { node: target, port, ...(slot !== undefined && { slot }) };
  connectEnds({ node: source, port: sourceHandle ?? '' }, to, replaced);
}

/**
 * Wires two ports in the place of the wire `replaced`, if one is named; or says why they cannot be wired and offers
 * what would help. A port that takes many wires gets a slot of its own for this one.
 */
export function connectEnds(from: Source, wished: Target, replaced?: EdgeId): void {
  const before = replaced === undefined ? [] : [{ type: 'remove-edge', id: replaced } as const];
  const document = afterwards(openDocument(), before);
  const to = withFreeSlot(document, wished, from.node);
  const checked = checkConnection(document, nodeKinds, from, to);
  if (!checked.allowed) {
    refuse(checked.reason, checked.fix);
    return;
  }
  const via = replaced === undefined ? undefined : own(openDocument().edges, replaced)?.via;
  const edge = { from, to, ...(via && { via }) };
  const label = message(replaced === undefined ? 'editor.connect' : 'canvas.reconnect', {
    to: targetKey(to),
  });
  commit([...before, { type: 'add-edge', id: edgeIdFor(document, to), edge }], label);
}

/** Takes a wire away. */
export function disconnect(id: EdgeId): void {
  const edge = own(openDocument().edges, id);
  if (edge) commit([{ type: 'remove-edge', id }], message('canvas.disconnect', { to: targetKey(edge.to) }));
}

function commit(edits: readonly Edit[], label: Message): void {
  const done = act(edits, { label });
  if (!done.ok) refuse(done.reason);
}

function afterwards(document: GraphDocument, edits: readonly Edit[]): GraphDocument {
  const applied = applyEdits(document, edits);
  return applied.ok ? applied.value : document;
}

/** The target as its port wants it: with a slot of its own where it takes many wires. */
export function withFreeSlot(document: GraphDocument, to: Target, wish: string): Target {
  const kind = nodeKinds.get(own(document.nodes, to.node)?.kind ?? '');
  return withSlot(document, to, own(kind?.inputs ?? {}, to.port)?.arity ?? 'one', wish);
}
