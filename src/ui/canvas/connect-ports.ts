/** Wires that are made, moved and taken away: edits of the document, or a refusal with what would help. */
import type { EdgeId, Source, Target } from '../../graph/document.ts';
import { targetKey } from '../../graph/ends.ts';
import { connect, reconnect, type Wired } from '../../graph/gestures/connect.ts';
import { own } from '../../graph/own.ts';
import { type Message, message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

/** Wires two ports, or says why they cannot be wired and offers what would help. */
export function connectEnds(from: Source, to: Target): void {
  settle(connect(openDocument(), nodeKinds, from, to), message('editor.connect', { to: targetKey(to) }));
}

/** Puts one end of a wire elsewhere, or says why it cannot be there. */
export function reconnectEnd(edge: EdgeId, end: { readonly from: Source } | { readonly to: Target }): void {
  settle(reconnect(openDocument(), nodeKinds, edge, end), message('canvas.reconnect', { to: edge }));
}

/** Takes a wire away. */
export function disconnect(id: EdgeId): void {
  const edge = own(openDocument().edges, id);
  if (!edge) return;
  const label = message('canvas.disconnect', { to: targetKey(edge.to) });
  const done = act([{ type: 'remove-edge', id }], { label });
  if (!done.ok) refuse(done.reason);
}

function settle(wired: Wired, label: Message): void {
  if (!wired.allowed) {
    refuse(wired.reason, wired.fix);
    return;
  }
  const done = act(wired.edits, { label });
  if (!done.ok) refuse(done.reason);
}
