import { addNodeEdits } from '../../../graph/add-node.ts';
import type { WireEnd } from '../../../graph/connectable.ts';
import type { Position } from '../../../graph/document.ts';
import type { NodeKind } from '../../../graph/kind.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { faceOf } from '../../nodes/faces.ts';
import { act, openDocument, select } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { announce } from '../announce.tsx';
import { shownFlow } from '../flow.ts';
import { freePlace } from '../free-place.ts';

/** From a node's top to its first socket. */
const toSocket = 46;

/** Adds a node where the search was opened, wired to `connectedTo`, whose wire ends at the new node's sockets. */
export function placeNewNode(kind: NodeKind, at: Position, connectedTo?: WireEnd): void {
  const { x, y } = shownFlow()?.screenToFlowPosition({ ...at }, { snapToGrid: false }) ?? at;
  const { width } = faceOf(kind.kind);
  const wished = connectedTo
    ? { x: connectedTo.side === 'input' ? x - width : x, y: y - toSocket }
    : { x, y };
  const document = openDocument();
  const { id, edits } = addNodeEdits(document, nodeKinds, kind, freePlace(wished, { width, height: 96 }), {
    ...(connectedTo && { connectedTo }),
  });
  const added = act(edits, { label: message('canvas.added', { kind: kind.title }) });
  if (!added.ok) {
    refuse(added.reason);
    return;
  }
  select({ nodes: new Set([id]) });
  announce(message('canvas.announce-added', { kind: kind.title }));
}
